// The manager's pages on the requirement, on time on assistance and on the sum of the
// programme: each looked at by axe, in both languages and on both widths.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './journey/person.mjs';
import { launch, open } from './browser.mjs';
import { findings, Look } from './look.mjs';
import { startDemo } from './server.mjs';
import { signIn } from './signin.mjs';

let demo, browser, look;

before(async () => {
  demo = await startDemo({ day: '2026-11-16' }); // the requirement applies from October
  browser = await launch();
  look = new Look();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test('every page of the manager can be read by everyone', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'manager');
  await person.go('/manager');
  const tabs = await person.page.locator('.ff-tabs a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.ok(tabs.length >= 5, `${tabs}`);
  for (const address of [...tabs, '/manager/requirement?month=2026-09', '/manager/requirement/cases', '/manager/requirement/quarter',
    '/manager/dependence?of=left', '/manager/dependence/cases?class=long_term']) await person.go(address);
});

test('from the picture of the requirement to those behind it', async () => {
  const person = await Person.signIn(browser, demo.url, look, 'manager');
  const { page } = person;
  await person.go('/manager/requirement');
  assert.match(await page.locator('h1').innerText(), /aktivitetskravet i november 2026/);
  await page.getByRole('link', { name: 'Under 50 procent' }).click();
  await page.waitForURL(/band=little/);
  assert.match(await page.locator('h1').innerText(), /^\d+ ärenden? i november 2026/);
});

test('the sum follows its handles by the keyboard, and the address carries it', async () => {
  const context = await open(browser, demo.url);
  const page = await context.newPage();
  await signIn(page, 'manager');
  await page.goto('/manager/savings');
  const before = await page.locator('h1').innerText();
  const handle = page.locator('.ff-slide').nth(2); // assistance a month
  await handle.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('PageUp');
  await page.waitForURL(/assistance=/);
  await page.waitForFunction((said) => document.querySelector('h1').innerText !== said, before);
  const now = await page.locator('h1').innerText();
  assert.deepEqual(await findings(page), []);
  await page.goto(page.url()); // whoever is given the address sees the same
  assert.equal(await page.locator('h1').innerText(), now);
  await context.close();
});

test('the sum is reckoned without script, and can be printed with what it assumes', async () => {
  const context = await open(browser, demo.url, { script: false });
  const page = await context.newPage();
  await signIn(page, 'manager');
  await page.goto('/manager/savings');
  assert.equal(await page.locator('.ff-slide').first().isVisible(), false);
  await page.locator('#f-staff').fill('5000000');
  await page.getByRole('button', { name: 'Räkna' }).click();
  await page.waitForURL(/staff=5000000/);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('form.ff-asks').isVisible(), false);
  assert.equal(await page.getByRole('heading', { name: 'Antaganden som summan vilar på' }).isVisible(), true);
  await context.close();
});
