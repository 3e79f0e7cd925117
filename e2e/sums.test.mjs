// The reckoners: every page looked at by axe, in both languages and on both widths, and
// used with the keyboard alone, with script and without.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './journey/person.mjs';
import { launch, open } from './browser.mjs';
import { findings, Look } from './look.mjs';
import { startDemo } from './server.mjs';
import { signIn } from './signin.mjs';

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

test('every card leads to a reckoner that everyone can read', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'case_manager');
  await person.go('/sums');
  const cards = await person.page.locator('.ff-ways a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.ok(cards.length >= 3, `${cards}`);
  for (const card of cards) await person.go(card);
});

test('a household, from the example to a child more and to what is wrong', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'case_manager');
  const { page } = person;
  await person.go('/sums/household');
  await person.press('Fyll i ett exempel');
  await person.reads('mer att leva på än inget arbete');
  await page.getByRole('button', { name: 'Lägg till ett barn' }).click();
  await page.waitForURL(/children=2/);
  await person.write('age_1', '5');
  await page.keyboard.press('Enter'); // sends the form, and takes no row away
  await page.waitForURL(/age_1=5/);
  await person.reads('2 barn: 8 och 5 år');
  const shared = page.url(); // whoever is given the address sees the same
  await person.write('cost_rent', 'mycket');
  await person.press('Räkna', { in: 'form.ff-asks' });
  assert.equal((await person.problems()).length, 1);
  await page.locator('#problems a').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'f-cost_rent');
  await page.goto(shared);
  await person.write('cost_rent', '7000');
  await page.keyboard.press('Enter');
  await page.waitForURL(/cost_rent=7000/);
  await page.goBack();
  assert.equal(page.url(), shared);
  await person.reads('2 barn: 8 och 5 år');
});

test('the page can be printed: the answer stands there, the form does not', async () => {
  const context = await open(browser, demo.url);
  const page = await context.newPage();
  await signIn(page, 'decision_maker');
  await page.goto('/sums/household?month=2026-03&adults=1&cost_rent=6500&pay=16000');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('form.ff-asks').isVisible(), false);
  assert.equal(await page.getByRole('heading', { level: 1 }).isVisible(), true);
  assert.equal(await page.locator('.ff-svg').first().isVisible(), true);
  await context.close();
});

test('the project follows its handles by the keyboard, and the address follows too', async () => {
  const context = await open(browser, demo.url);
  const page = await context.newPage();
  await signIn(page, 'manager');
  await page.goto('/sums/payback');
  const handle = page.locator('.ff-slide').first();
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/cost=4290000/);
  assert.match(await page.locator('h1').innerText(), /1,479/);
  assert.equal(await page.evaluate(() => document.activeElement.className), 'ff-slide');
  assert.match(await page.locator('[data-say]').innerText(), /1,479/);
  assert.deepEqual(await findings(page), []);
  await context.close();
});

test('the project is reckoned without script', async () => {
  const context = await open(browser, demo.url, { script: false });
  const page = await context.newPage();
  await signIn(page, 'manager');
  await page.goto('/sums/payback');
  assert.equal(await page.locator('.ff-slide').first().isVisible(), false);
  await page.locator('#f-cost').fill('1000000');
  await page.getByRole('button', { name: 'Räkna' }).click();
  await page.waitForURL(/cost=1000000/);
  assert.match(await page.locator('h1').innerText(), /0,345/);
  await context.close();
});
