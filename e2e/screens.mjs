// Takes pictures of pages as a role sees them: both widths, both languages, light and dark.
//
//   node screens.mjs --role case_manager --out DIR [--url http://127.0.0.1:8080] ADDRESS...
//
// Without --url it starts a demo of its own. Without --role nobody is signed in.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages, launch, open, widths } from './browser.mjs';
import { startDemo } from './server.mjs';
import { roles, signIn } from './signin.mjs';

function refuse(why) {
  console.error(`screens: ${why}\nusage: node screens.mjs --out DIR [--role ROLE] [--url URL] ADDRESS...\nroles: ${roles.join(', ')}`);
  process.exit(2);
}

let args;
try {
  args = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, out: { type: 'string' }, url: { type: 'string' } },
  });
} catch (e) {
  refuse(e.message);
}
const { values, positionals: addresses } = args;
if (!values.out || addresses.length === 0) refuse('say where to write and which addresses to look at');
if (values.role && !roles.includes(values.role)) refuse(`there is no role ${values.role}`);

await mkdir(values.out, { recursive: true });
const demo = values.url ? { url: values.url, stop: async () => {} } : await startDemo();
const browser = await launch();
let wrong = 0;
try {
  for (const language of languages) {
    for (const width of widths) {
      for (const scheme of ['light', 'dark']) {
        const context = await open(browser, demo.url, { language, width, scheme });
        const page = await context.newPage();
        if (values.role) await signIn(page, values.role);
        for (const address of addresses) {
          const answer = await page.goto(address);
          const name = [values.role ?? 'nobody', address.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'start', width, language, scheme].join('.');
          await page.screenshot({ path: join(values.out, `${name}.png`), fullPage: true });
          console.log(`${name}.png`, answer.status());
          if (!answer.ok()) wrong++;
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await demo.stop();
}
process.exit(wrong ? 1 : 0);
