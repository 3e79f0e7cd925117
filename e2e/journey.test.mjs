// One person's whole way through the programme, from the first enquiry to how it went
// three months after the exit, in the browser, as everybody who has a part in it. Every
// page that is passed is looked at by axe, on both widths and in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { fillRound } from './journey/assessment.mjs';
import { paid } from './journey/bank.mjs';
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

const themes = 'main nav a[href*="/assessment/"]';
const ownThemes = 'main a[href^="/me/assessment/"]';

/** A day of the journey, counted from its first. */
const day = (n) => new Date(Date.parse(today) + n * 86_400_000).toISOString().slice(0, 10);

/** The ISO week that the day of the journey is in. */
function week(n) {
  const thursday = new Date(Date.parse(day(n)));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  return `${year}-W${String(Math.ceil(((thursday - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7)).padStart(2, '0')}`;
}

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
  await fillRound(assessor, 'professional', told, { save: 'Spara och fortsätt', themes });

  people.amina = await Person.signIn(browser, demo.url, look, 'participant', { name: amina.name });
  await people.amina.go('/me/assessment');
  await fillRound(people.amina, 'participant', told, { save: 'Spara och fortsätt', themes: ownThemes });

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
  const choice = decider.page.locator('select[name="manager"] option', { hasText: manager.name });
  await decider.choose('manager', await choice.first().getAttribute('value'));
  await decider.send('Utse');
  await manager.go('/work');
  await manager.reads(amina.name);
});

step('a plan with parallel tracks is written together and agreed by the participant', async () => {
  const { manager, amina: participant } = people;
  await manager.go(`${here}/plan/write`);
  await manager.write('goal', amina.goal);
  await manager.fillIn('activities.0.', { what: 'Prova på i köket', track: 'work', hours: 20, from: day(1), to: day(300) });
  await manager.press('Föreslå för deltagaren');
  assert.notEqual((await manager.problems()).length, 0, 'a plan without a review day is not proposed');
  await manager.write('review_on', day(90));
  await manager.fillIn('activities.1.', { what: 'Vattengympa', track: 'health', hours: 5, from: day(1), to: day(200) });
  await manager.send('Föreslå för deltagaren');
  await participant.go('/me');
  await participant.go('/me/plan');
  await participant.reads('Vattengympa');
  await participant.choose('answer', 'yes');
  await participant.send('Skicka svaret');
  await manager.go(`${here}/plan`);
  await manager.reads(participant.name);
});

step('the programme starts', async () => {
  const { manager } = people;
  await manager.go(`${here}/decisions`);
  const start = manager.page.getByRole('button', { name: 'Programmet startar i dag', exact: true });
  if (await start.count()) await manager.send('Programmet startar i dag');
  await manager.go(here);
  await manager.reads('Deltar');
});

/** The placement's identity and the place's name, known once the referral is made. */
let placement, place;

step('a referral passes the legal gate and holds hours of a place', async () => {
  const { manager, supervisor } = people;
  await supervisor.go('/provider');
  const rooms = await supervisor.page.locator('main a[href^="/provider/interventions/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.notEqual(rooms.length, 0, 'the provider has places');
  await manager.go('/work/catalogue');
  let refused = [];
  for (const intervention of rooms.map((r) => r.split('/').at(-1))) {
    await manager.go(`/work/catalogue/${intervention}`);
    place = (await manager.page.locator('h1').innerText()).trim();
    await manager.go(`${here}/refer/${intervention}`);
    await manager.write('hours', 10);
    await manager.write('from', day(7));
    await manager.write('to', day(120));
    await manager.choose('track', 'work');
    for (const box of await manager.page.locator('input[type="checkbox"][name^="confirm."]').all()) await box.check();
    await manager.press('Anvisa');
    refused = await manager.problems();
    if (refused.length === 0) break;
  }
  assert.deepEqual(refused, [], 'one of the provider\'s places takes the participant');
  await manager.go(`${here}/placements`);
  const link = manager.page.locator(`main a[href^="${here}/placements/"]`).first();
  placement = (await link.getAttribute('href')).split('/').at(-1);
  await manager.go(`${here}/placements/${placement}`);
  await manager.go(`${here}/refer`);
});

step('the provider and the participant both say yes', async () => {
  const { supervisor, amina: participant } = people;
  await supervisor.go('/provider');
  await supervisor.reads(amina.name);
  await supervisor.go(`/provider/placements/${placement}`);
  await supervisor.send('Ta emot');
  await participant.go('/me');
  await participant.go(`/me/offers/${placement}`);
  await participant.choose('answer', 'yes');
  await participant.send('Skicka svaret');
});

step('the participant begins, and the week is reported and confirmed', async () => {
  const { supervisor, manager, amina: participant } = people;
  await manager.days(7);
  await supervisor.go(`/provider/placements/${placement}`);
  await supervisor.write('on', day(7));
  await supervisor.send('Har börjat');
  await manager.days(5); // Saturday
  await participant.go('/me');
  await participant.go(`/me/attendance?week=${week(7)}`);
  for (const closed of await participant.page.locator('details.ff-day:not([open]) > summary').all()) await closed.click();
  for (const [n, status] of ['attended', 'attended', 'ill', 'attended', 'attended'].entries()) {
    const field = participant.page.locator(`input[name$="${day(7 + n)}"][value="${status}"]`);
    await field.check();
  }
  await participant.send('Skicka in');
  await supervisor.go(`/provider/attendance?week=${week(7)}`);
  await supervisor.send('Bekräfta alla');
  await manager.go(`${here}/attendance`);
});

step('the week is paid, proposed by one and attested by another', async () => {
  const { officer, attester, manager, amina: participant } = people;
  await participant.go('/me/money/account');
  await participant.write('clearing', '12');
  await participant.press('Spara kontot');
  assert.notEqual((await participant.problems()).length, 0, 'half an account is refused');
  await participant.write('clearing', '9999');
  await participant.write('number', '1234567');
  await participant.send('Spara kontot');
  // The proposal that waits goes first: two could carry the same correction.
  await attester.go('/payments');
  const waiting = await attester.page.locator('main a[href*="/payments/runs/"]').first().getAttribute('href');
  await attester.go(`${waiting.split('/').slice(0, 4).join('/')}/attest`);
  await attester.send('Attestera utbetalningen');
  await manager.days(2); // Monday
  await officer.go('/payments');
  await officer.choose('week', week(7));
  await officer.send('Räkna förslaget');
  const run = new URL(officer.page.url()).pathname;
  await officer.go(`${run}/differences`);
  await officer.go(`${run}/attest`);
  await officer.reads('attesteras av någon annan');
  await attester.go(`${run}/attest`);
  await attester.send('Attestera utbetalningen');
  await participant.go('/me/money');
  await participant.reads('2 812 kr');
  await manager.go(`${here}/compensation`);
});

step('the money is sent to the bank, which answers', async () => {
  const { officer, attester, amina: participant } = people;
  await officer.go('/payments');
  const run = (await officer.page.locator('main table a[href*="/payments/runs/"]').first().getAttribute('href')).split('/').slice(0, 4).join('/');
  await officer.go(`${run}/file`);
  await officer.send('Gör filen');
  await officer.go(`${run}/sent`);
  const address = await officer.page.getByRole('link', { name: 'Hämta filen (XML)' }).getAttribute('href');
  const file = await (await officer.page.request.get(address)).text();
  await officer.page.locator('summary', { hasText: 'Filen är lämnad till banken' }).click();
  await officer.send('Anteckna som skickad');
  await officer.go(`${run}/answer`);
  const upload = (content) => officer.page.setInputFiles('input[type="file"]', { name: 'answer.xml', mimeType: 'text/xml', buffer: Buffer.from(content) });
  await upload('<Document/>');
  await officer.press('Läs in svaret');
  assert.notEqual((await officer.problems()).length, 0, 'what is no answer is refused');
  await upload(paid(file));
  await officer.send('Läs in svaret');
  await officer.reads('Banken har svarat på allt');
  for (const page of ['/payments/work', '/payments/ledger', '/payments/recoveries', '/payments/rates']) await attester.go(page);
  await participant.go('/me/letters');
  await participant.page.locator('main a[href*="/me/letters/"]').first().click();
  await participant.see();
});

step('a follow-up contact is held, the need is measured again, and a step is moved', async () => {
  const { manager, amina: participant } = people;
  await manager.go(`${here}/contacts`);
  await manager.press('Spara kontakten');
  assert.notEqual((await manager.problems()).length, 0, 'a contact of no kind is refused');
  await manager.page.locator('input[name="kind"]').first().check();
  await manager.write('note', 'Det går bra i köket. Vi ökar tiden.');
  await manager.send('Spara kontakten');
  await manager.go(`${here}/assessment`);
  await manager.send('Börja en stegmätning');
  await fillRound(manager, 'professional', {}, { save: 'Spara och fortsätt', themes });
  await participant.go('/me/assessment');
  await fillRound(participant, 'participant', {}, { save: 'Spara och fortsätt', themes: ownThemes });
  await manager.go(`${here}/assessment`);
  await manager.send('Gör klart kartläggningen');
  await manager.go(`${here}/progress`);
  await manager.choose('to', '5');
  await manager.write('reason', 'Klarar uppgifterna i köket på egen hand.');
  await manager.send('Spara steget');
  await manager.go(here);
  await manager.reads('Steg 5 av 6');
});

step('the way leads to work', async () => {
  const { manager } = people;
  await manager.days(28);
  await manager.go(`${here}/exit`);
  await manager.reads(place); // nobody leaves with a place still held
  assert.equal(await manager.page.locator('input[name="kind"]').count(), 0);
  await manager.go(`${here}/placements/${placement}`);
  await manager.choose('happening', 'complete');
  await manager.write('on', day(42));
  await manager.write('reason', 'Har fått arbete i ett kök.');
  await manager.send('Spara');
  await manager.go(`${here}/exit`);
  await manager.choose('kind', 'work');
  await manager.write('hours', 40);
  await manager.write('note', 'Anställd i ett storkök.');
  await manager.send('Avsluta deltagandet');
  await manager.go(`${here}/outcomes`);
});

step('three months later somebody asks how it went', async () => {
  const { manager, amina: participant } = people;
  await manager.days(93);
  await manager.go(`${here}/outcomes/3`);
  await manager.page.locator('input[name="standing"]').first().check();
  await manager.write('hours', 40);
  await manager.choose('source', 'asked');
  await manager.send('Spara');
  await manager.go(`${here}/outcomes`);
  await manager.go(`${here}/events`);
  await manager.go(`${here}/readers`);
  await participant.go('/me/readers');
  await participant.reads(manager.name);
});

test('a participant walks the whole way', async (t) => {
  for (const { what, walk } of steps) {
    // Every step stands on the one before: the first that fails ends the walk.
    let failed = null;
    await t.test(what, () => walk().catch((e) => { failed = e; throw e; }));
    if (failed) throw new Error(`the walk ended where ${what}`, { cause: failed });
  }
});
