// That the looking itself sees: on two small pages, one as it should be and one not.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { launch, open } from './browser.mjs';
import { findings, Look } from './look.mjs';

const page = (lang, body) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A page</title></head>
<body><main><h1>A heading</h1>${body}</main></body></html>`;

const bodies = {
  '/good': '<p>Some words.</p>',
  '/no-label': '<input name="goal">',
  '/pale': '<p style="color:#bbb;background:#fff">Some pale words.</p>',
  '/wide': '<div style="width:600px">A box that is wider than a phone.</div>',
};

let server, url, browser;

before(async () => {
  server = createServer((request, answer) => {
    const lang = /fotfaste_language=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'sv';
    const body = request.url === '/pale-in-english' ? bodies[lang === 'en' ? '/pale' : '/good'] : bodies[request.url];
    answer.writeHead(body ? 200 : 404, { 'content-type': 'text/html' });
    answer.end(page(lang, body ?? 'Nothing here.'));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

async function found(path, width) {
  const context = await open(browser, url, { width });
  const at = await context.newPage();
  await at.goto(path);
  const list = await findings(at);
  await context.close();
  return list.join('\n');
}

test('a good page has no findings', async () => {
  assert.equal(await found('/good', 390), '');
});

test('a field without a label is found', async () => {
  assert.match(await found('/no-label', 1280), /^label \(critical\)/m);
});

test('pale text is found', async () => {
  assert.match(await found('/pale', 1280), /^color-contrast/m);
});

test('what is wider than a phone is found on the phone only', async () => {
  assert.equal(await found('/wide', 1280), '');
  assert.match(await found('/wide', 390), /scrolls sideways: div/);
});

test('a walk sees each page in both languages, and counts it once', async () => {
  const look = new Look();
  const context = await open(browser, url);
  const at = await context.newPage();
  await at.goto('/good');
  await look.visit(at, 'visitor');
  await look.visit(at, 'visitor');
  assert.equal(look.count, 1);
  assert.deepEqual(at.viewportSize(), { width: 1280, height: 900 });
  assert.equal(await at.getAttribute('html', 'lang'), 'sv');

  await at.evaluate(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<input>'));
  await assert.rejects(look.visit(at, 'visitor', { again: false }), /1280 px: label \(critical\)/, 'a page that has changed is looked at anew');

  await at.goto('/wide');
  await assert.rejects(look.visit(at, 'visitor'), /visitor at \/wide\s+390 px/);
  await at.goto('/pale-in-english');
  await assert.rejects(look.visit(at, 'visitor'), /visitor at \/pale-in-english\s+en, 1280 px: color-contrast/);
  await context.close();
});
