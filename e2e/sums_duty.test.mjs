// The activity requirement and studies with assistance, as somebody reckons them: with
// the keyboard, without script, in light and dark, on both widths and in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './browser.mjs';
import { Person } from './journey/person.mjs';
import { findings, Look } from './look.mjs';
import { startDemo } from './server.mjs';
import { signIn } from './signin.mjs';

let demo, browser, person;

before(async () => {
  demo = await startDemo();
  browser = await launch();
  person = await Person.signIn(browser, demo.url, new Look(), 'case_manager');
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Everything the address says, but for what was left empty. */
const asked = (page) => Object.fromEntries([...new URL(page.url()).searchParams].filter(([, value]) => value));

test('the activity requirement: not yet, then reckoned with the keyboard, then put right', async () => {
  await person.go('/sums/duty');
  await person.reads('tillämpas inte i augusti 2026');
  await person.press('Räkna på oktober 2026');
  await person.reads('40 timmar i veckan');
  const { page } = person;
  await page.locator('#f-month').focus();
  for (const key of ['Tab', 'Space', 'Tab', '1', '2', 'Tab', 'Tab', '9', 'Enter']) await page.keyboard.press(key);
  await page.waitForURL((at) => at.searchParams.get('hours_language') === '9');
  assert.deepEqual(asked(page), { month: '2026-10', child: 'yes', part_time_hours: '12', hours_language: '9' });
  await person.see();
  await person.reads('18 timmar i veckan');
  await person.reads('9 tim i veckan saknas');
  await person.write('part_time_hours', 'tolv');
  await person.press('Räkna', { in: 'main form' });
  assert.equal((await person.problems()).length, 1);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'problems');
});

test('studies: question by question to the text for the journal', async () => {
  const { page } = person;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: demo.url });
  await person.go('/sums/studies');
  await person.choose('level', 'basic');
  await person.choose('student_aid', 'no');
  await person.choose('most_suitable', 'yes');
  await person.press('Nästa');
  await person.choose('agency_pays', 'no');
  await person.press('Nästa');
  await person.choose('birth', 'aged_out');
  await person.press('Nästa');
  await person.press('Nästa');
  await person.press('Tillbaka');
  await person.press('Visa resultatet');
  await person.press('Hushållet och likabehandling');
  await person.choose('same_for_all', 'yes');
  await person.press('Visa resultatet');
  await person.reads('Ett undantag är uppfyllt');
  const { go, on, ...answers } = asked(page);
  assert.deepEqual(answers, { level: 'basic', student_aid: 'no', most_suitable: 'yes', agency_pays: 'no', birth: 'aged_out', same_for_all: 'yes' });
  await page.getByRole('button', { name: 'Kopiera texten' }).click();
  await page.getByText('Texten är kopierad.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /Prövning av bistånd under studier/);
  assert.match(copied, /SoL \(2025:400\) 12 kap\. 1 §/);
});

test('both without script and in the dark', async () => {
  for (const options of [{ script: false }, { scheme: 'dark' }]) {
    const context = await open(browser, demo.url, options);
    const page = await context.newPage();
    await signIn(page, 'case_manager');
    await page.goto('/sums/duty?month=2026-10&hours_language=20');
    await page.getByRole('button', { name: 'Räkna', exact: true }).click();
    await page.getByText('Planen täcker 50 procent av kravet.').waitFor();
    if (options.scheme) assert.deepEqual(await findings(page), []);
    await page.goto('/sums/studies');
    await page.locator('input[name="level"][value="sfi"]').check();
    await page.getByRole('button', { name: 'Visa resultatet' }).click();
    await page.getByText('Regel för regel').first().waitFor();
    assert.equal(asked(page).level, 'sfi');
    assert.equal(await page.getByRole('button', { name: 'Kopiera texten' }).count(), options.script === false ? 0 : 1);
    if (options.scheme) assert.deepEqual(await findings(page), []);
    await context.close();
  }
});
