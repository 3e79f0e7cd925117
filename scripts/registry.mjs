// The part of scripts/registry that DuckDB has, and what is told of both.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const [does, work, ...rest] = process.argv.slice(2)

// The same in SQL: the months of a person as the bits of one number, as we have them. Of
// what was tried it is the fastest: beside it were two numbers of 64 bits, bitstring_agg,
// and months read as text. A month that is none, and a file that is not UTF-8, end it too.
const query = (file) => `
WITH rows AS (
	SELECT person, 2015 * 12 + 12 - (year(month) * 12 + month(month)) AS back
	FROM read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"',
		dateformat = '%Y-%m', columns = {'person': 'VARCHAR', 'month': 'DATE'})
), persons AS (
	SELECT person, count(*) AS n, count(*) FILTER (back BETWEEN 0 AND 119) AS within,
		bit_or(CASE WHEN back BETWEEN 0 AND 119 THEN 1::HUGEINT << back ELSE 0 END) AS m
	FROM rows GROUP BY person
), windows AS (
	SELECT n, within, m,
		m & ((1::HUGEINT << 12) - 1) AS m12,
		m & ((1::HUGEINT << 36) - 1) AS m36,
		m & ((1::HUGEINT << 60) - 1) AS m60
	FROM persons
), filled AS (
	SELECT *, m36 | (m36 << 1) | (m36 << 2) AS f36,
		m60 | (m60 << 1) | (m60 << 2) | (m60 << 3) AS f60,
		m | (m << 1) | (m << 2) | (m << 3) | (m << 4) | (m << 5) | (m << 6) AS f120
	FROM windows
)
SELECT
	count(*) FILTER (bit_count(m12) >= 10) AS long_term,
	count(*) FILTER (bit_count(m36) >= 27 AND ((f36 + (f36 & (-f36))) & f36) = 0) AS very_long_term,
	count(*) FILTER (bit_count(m60) >= 45 AND ((f60 + (f60 & (-f60))) & f60) = 0) AS five_year,
	count(*) FILTER (bit_count(m) >= 90 AND ((f120 + (f120 & (-f120))) & f120) = 0) AS ten_year,
	count(*) AS persons, sum(n) AS rows,
	sum(within) - sum(bit_count(m)) AS duplicates, sum(n) - sum(within) AS outside_window
FROM filled`

const keys = ['long_term', 'very_long_term', 'five_year', 'ten_year', 'persons', 'rows', 'duplicates', 'outside_window']

async function duckdb(threads) {
	const { DuckDBInstance } = createRequire(`${work}/`)('@duckdb/node-api')
	const database = await DuckDBInstance.create(':memory:', { threads })
	const connection = await database.connect()
	const answer = await connection.runAndReadAll(query(`${work}/months.csv`))
	console.log(JSON.stringify(answer.getRowObjectsJson()[0]))
}

function tell(order, rows) {
	const read = (name) => JSON.parse(readFileSync(`${work}/${name}`, 'utf8'))
	const [ours, theirs] = [read('ours.json'), read('duckdb.json')]
	const apart = keys.filter((key) => Number(ours[key]) !== Number(theirs[key]))
	console.log(`\n${order}, ${rows} rows: ${keys.map((key) => `${key} ${ours[key]}`).join(', ')}`)
	console.log(`${''.padEnd(10)}${['seconds', 'cpu s', 'user s', 'peak MB'].map((h) => h.padStart(10)).join('')}`)
	const [mine, its] = [read('ours.took'), read('duckdb.took')]
	for (const [name, took] of [['fotfaste', mine], ['DuckDB', its]]) {
		const figures = [took.seconds.toFixed(2), (took.user_seconds + took.system_seconds).toFixed(2), took.user_seconds.toFixed(2), took.peak_mb.toFixed(0)]
		console.log(`${name.padEnd(10)}${figures.map((f) => f.padStart(10)).join('')}`)
	}
	const wrong = []
	if (apart.length) wrong.push(`the counts differ: ${apart.map((key) => `${key} ${ours[key]} and ${theirs[key]}`).join(', ')}`)
	if (mine.seconds >= its.seconds) wrong.push('DuckDB was as fast or faster')
	if (mine.peak_mb >= 500 && Number(ours.persons) <= 400000) wrong.push('more than 500 MB')
	console.log(wrong.length ? `wrong: ${wrong.join('; ')}` : `the counts agree; ${(its.seconds / mine.seconds).toFixed(1)} times as fast`)
	process.exitCode = wrong.length ? 1 : 0
}

if (does === 'duckdb') await duckdb(rest[0])
else tell(...rest)
