// Does it stand? Every role's start page, in both languages, on both widths, and what
// every answer must carry.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { languages, launch, open } from './browser.mjs';
import { findings, Look } from './look.mjs';
import { startDemo } from './server.mjs';
import { roles, signIn } from './signin.mjs';

let demo, browser;

before(async () => {
  demo = await startDemo();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

test('it says that it lives and is ready', async () => {
  for (const path of ['/healthz', '/readyz']) {
    assert.equal((await fetch(demo.url + path)).status, 200, path);
  }
});

test('an address that leads nowhere answers 404 with a page', async () => {
  const context = await open(browser, demo.url);
  const page = await context.newPage();
  const answer = await page.goto('/no/such/page');
  assert.equal(answer.status(), 404);
  assert.deepEqual(await findings(page), []);
  await context.close();
});

test('nothing comes from elsewhere, and no script or style stands in the page', async () => {
  const context = await open(browser, demo.url);
  const page = await context.newPage();
  const elsewhere = [];
  const complaints = [];
  page.on('request', (r) => r.url().startsWith(demo.url) || r.url().startsWith('data:') || elsewhere.push(r.url()));
  page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()));
  page.on('pageerror', (e) => complaints.push(e.message));
  const answer = await page.goto('/signin');
  const policy = answer.headers()['content-security-policy'] ?? '';
  assert.match(policy, /default-src|script-src/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/);
  await signIn(page, 'case_manager');
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('every role has a start page that everyone can read', async () => {
  const look = new Look();
  for (const role of roles) {
    const context = await open(browser, demo.url);
    const page = await context.newPage();
    await signIn(page, role);
    assert.equal(await page.locator('h1').count(), 1, `${role}: one heading of the first level`);
    await look.visit(page, role);
    await context.close();
  }
  assert.equal(look.count, roles.length);
});

test('signing in works without JavaScript, in both languages', async () => {
  for (const language of languages) {
    const context = await open(browser, demo.url, { language, script: false });
    const page = await context.newPage();
    await signIn(page, 'participant');
    assert.equal(await page.getAttribute('html', 'lang'), language);
    await context.close();
  }
});
