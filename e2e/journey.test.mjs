// One person's whole way through the programme, from the first enquiry to how it went
// three months after the exit, in the browser, as everybody who has a part in it. Every
// page that is passed is looked at by axe on both widths, and at the end once more in
// both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './browser.mjs';
import { fillRound } from './journey/assessment.mjs';
import { Person } from './journey/person.mjs';
import { Look } from './look.mjs';
import { startDemo, today } from './server.mjs';

const amina = {
  name: 'Amina Journeysson',
  number: '19880229-9829',
  goal: 'Jag vill arbeta i kök igen, och orka hela dagen.',
};

let demo, browser, look;
const people = {};

before(async () => {
  demo = await startDemo();
  browser = await launch();
  look = new Look();
  for (const [key, role, nth] of [
    ['assessor', 'assessor', 0],
    ['decider', 'decision_maker', 0],
    ['manager', 'case_manager', 0],
    ['supervisor', 'provider_supervisor', 0],
    ['officer', 'payment_officer', 0],
    ['attester', 'payment_officer', 1],
  ]) {
    people[key] = await Person.signIn(browser, demo.url, look, role, { nth });
  }
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The case's address, known once the enquiry is registered. */
let here;

const steps = [];
const step = (what, walk) => steps.push({ what, walk });

step('somebody asks, and the enquiry is taken in', async () => {
  const { assessor } = people;
  await assessor.go('/work/enquiries/new');
  await assessor.write('identity_number', '19880229-0000');
  await assessor.press('Registrera förfrågan');
  assert.notEqual((await assessor.problems()).length, 0, 'a wrong number is refused beside the field');
  await assessor.write('identity_number', amina.number);
  await assessor.write('given_name', amina.name.split(' ')[0]);
  await assessor.write('family_name', amina.name.split(' ')[1]);
  await assessor.write('wish', amina.goal);
  await assessor.send('Registrera förfrågan');
  here = new URL(assessor.page.url()).pathname;
  await assessor.reads(amina.goal);
});

step('the criteria are tried one by one', async () => {
  const { assessor } = people;
  await assessor.go(`${here}/eligibility`);
  await assessor.choose('seeks_work', 'yes');
  await assessor.choose('far_from_work', 'yes');
  await assessor.write('months_supported', 12);
  await assessor.choose('needs_coordination', 'yes');
  await assessor.send('Pröva');
});

step('the need is assessed together, each from their own side', async () => {
  const { assessor } = people;
  await assessor.go(`${here}/assessment`);
  await assessor.send('Börja kartlägga');
  const told = {
    own_goal: amina.goal, has_children: 'no', household: 'alone', assistance_time: 'two_years_or_more', main_cause: 'unemployment',
    physical_health: 'none', mental_health: 'none', swedish: 'no_limits', studies_swedish: 'no', obstacles: 'none',
    habits: 'none', strengths: 'drive', hours_now: 0, ability: 'h30', ability_tried: 'recently', step: 'step_4',
  };
  await fillRound(assessor, 'professional', told, { save: 'Spara och fortsätt', themes: 'main .ff-tabs a[href*="/assessment/"], main nav a[href*="/assessment/"]' });

  people.amina = await Person.signIn(browser, demo.url, look, 'participant', { name: amina.name });
  await people.amina.go('/me/assessment');
  await fillRound(people.amina, 'participant', told, { save: 'Spara och fortsätt', themes: 'main a[href^="/me/assessment/"]' });

  await assessor.go(`${here}/assessment`);
  await assessor.send('Gör klart kartläggningen');
  await assessor.reads('30 timmar');
});

step('somebody else decides, with a reason that can be read', async () => {
  const { decider } = people;
  await decider.go(`${here}/decisions/new/grant`);
  await decider.write('reason', 'Kort.');
  await decider.press('Fatta beslutet');
  assert.notEqual((await decider.problems()).length, 0, 'a reason of one word is refused');
  await decider.write('reason', 'Du söker arbete, har levt länge på bistånd och behöver stöd från flera håll samtidigt. Därför får du en plats i programmet.');
  await decider.send('Fatta beslutet');
});

step('one person is named to walk beside', async () => {
  const { decider, manager } = people;
  await decider.go(`${here}/manager`);
  await decider.page.getByLabel(manager.name).first().check();
  await decider.send('Utse');
  await manager.go('/work');
  await manager.reads(amina.name);
});

test('a participant walks the whole way', async (t) => {
  for (const { what, walk } of steps) {
    // Every step stands on the one before: the first that fails ends the walk.
    let failed = null;
    await t.test(what, () => walk().catch((e) => { failed = e; throw e; }));
    if (failed) throw new Error(`the walk ended where ${what}`, { cause: failed });
  }
});
