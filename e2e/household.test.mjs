// The household in the case: the picture with its warnings for the office, what is on
// record for the participant, and a register's file. Looked at by axe, in both languages
// and on both widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './journey/person.mjs';
import { launch } from './browser.mjs';
import { Look } from './look.mjs';
import { startDemo } from './server.mjs';

let demo, browser, look;

before(async () => {
  demo = await startDemo();
  browser = await launch();
  look = new Look();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The address of the household of a case that has something new to look at. */
async function somethingNew(person) {
  await person.go('/work');
  const row = person.page.locator('main tr', { hasText: 'Titta på hushållet' }).first();
  const href = await row.locator('a[href^="/work/cases/"]').first().getAttribute('href');
  return `${href.split('/').slice(0, 4).join('/')}/household`;
}

test('the case manager sees the picture, tries other numbers, enters, ends and goes through it', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'case_manager');
  const { page } = person;
  const address = await somethingNew(person);
  await person.go(address);
  await person.reads('i bistånd enligt uträkningen');
  const sums = await page.getByRole('link', { name: 'Pröva andra siffror' }).getAttribute('href');
  await person.go(sums);
  await person.reads('Hyra');
  await page.goto(address);
  await page.locator('#f-amount').fill('mycket');
  await page.locator('#f-what').selectOption('cost.medicine');
  await page.getByRole('button', { name: 'Lägg in', exact: true }).click();
  await page.locator('#problems').waitFor();
  await look.visit(page, 'case_manager', { again: false });
  await page.locator('#f-amount').fill('250,50');
  await page.getByRole('button', { name: 'Lägg in', exact: true }).click();
  await person.reads('250,50');
  await page.getByRole('link', { name: 'Läkemedel' }).click();
  await page.waitForURL(/household\/rows\//);
  await look.visit(page, 'case_manager');
  await page.goto(address);
  await page.getByRole('button', { name: 'Jag har gått igenom hushållet' }).click();
  await person.reads('Inget är nytt');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('button', { name: 'Lägg in', exact: true }).isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
});

test('a register file is seen before it is taken, and every line that is wrong is told', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'case_manager');
  const { page } = person;
  await person.go('/work');
  const href = await page.locator('main td a[href^="/work/cases/"], main th a[href^="/work/cases/"]').first().getAttribute('href');
  const address = `${href.split('/').slice(0, 4).join('/')}/household/file`;
  await person.go(address);
  const choose = (text) => page.locator('#f-file').setInputFiles({ name: 'fk.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('month;kind;amount\n2026-15;work;1\n2026-07;yacht;1\n');
  await page.getByRole('button', { name: 'Se vad filen säger' }).click();
  await person.reads('Rad 3: yacht');
  await look.visit(page, 'case_manager', { again: false });
  await choose('month;kind;amount\n2026-07;glasögon;1 200,50\n');
  await page.getByRole('button', { name: 'Se vad filen säger' }).click();
  await person.reads('Filen har en rad');
  await look.visit(page, 'case_manager', { again: false });
  await page.getByRole('button', { name: 'Ta in en rad' }).click();
  await person.reads('En rad är intagen');
});

test('the participant sees what is on record, says what holds, and that it holds no more', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'participant');
  const { page } = person;
  await person.go('/me/household');
  await page.locator('#f-what').selectOption('cost.dental');
  await page.locator('#f-amount').fill('400');
  await page.getByRole('button', { name: 'Skicka' }).click();
  await person.reads('Tack. Det du sa är sparat.');
  const card = page.locator('section', { hasText: 'Tandvård' }).first();
  await card.locator('summary').click();
  await card.getByRole('button', { name: /gäller inte längre/ }).click();
  await person.reads('Uppgiften gäller inte längre');
});
