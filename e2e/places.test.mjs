// The right place: the catalogue with what is known, the team meeting's proposals with a
// place chosen away and taken back, the manager's need against the room, and the
// provider's side. Looked at by axe, in both languages and on both widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './journey/person.mjs';
import { launch } from './browser.mjs';
import { Look } from './look.mjs';
import { startDemo } from './server.mjs';

let demo, browser, look;

before(async () => {
  demo = await startDemo({ day: '2026-11-16' });
  browser = await launch();
  look = new Look();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The addresses that the links on the page lead to, those that match. */
const links = (page, pattern) =>
  page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href'))).then((all) => [...new Set(all.filter((href) => pattern.test(href ?? '')))]);

test('the catalogue, a place in it, and what is known of such places', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'case_manager');
  await person.go('/work/catalogue');
  const [first] = await links(person.page, /^\/work\/catalogue\/[0-9a-f-]{36}$/);
  await person.go(first);
  await person.go('/work/catalogue?free=yes&kind=work_oriented');
  await person.go('/evidence');
  const [card] = await links(person.page, /^\/evidence\/[a-z_]+$/);
  await person.go(card);
});

test('the team chooses a proposed place away, sees why, and takes it back', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'case_manager');
  const { page } = person;
  await person.go('/work/meeting');
  await person.reads('har lediga timmar');
  const [pass] = await links(page, /\/refer\/[^/]+\/pass$/);
  assert.ok(pass, 'nothing is proposed to anybody');
  await person.go(pass);
  const name = (await page.locator('main h2').first().innerText()).replace(/^Varför inte (.*)\?$/, '$1');
  await page.getByRole('button', { name: 'Välj bort' }).click(); // without a reason
  await person.reads('Välj');
  await page.getByLabel('För långt att resa').check();
  await page.getByRole('button', { name: 'Välj bort' }).click();
  await page.waitForURL(/\/refer$/);
  await person.reads('Platsen är bortvald');
  const refer = new URL(page.url()).pathname;
  await person.go(refer);
  const passed = page.locator('.ff-todo li', { hasText: name });
  assert.match(await passed.innerText(), /För långt att resa/);
  await passed.getByRole('button').click();
  await page.waitForURL(/\/refer$/);
  await person.reads('Platsen kan föreslås igen');
  const [place] = await links(page, /\/refer\/[0-9a-f-]{36}$/);
  await person.go(place);
});

test('the manager sees the need against the room, and what more places would give', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'manager');
  await person.go('/manager/need');
  await person.reads('har lediga timmar');
});

test('the provider keeps its places, and reads why they are chosen away', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'provider_supervisor');
  await person.go('/provider');
  const [place] = await links(person.page, /^\/provider\/interventions\/[0-9a-f-]{36}$/);
  await person.go(place);
  await person.go(`${place}/passings`);
});
