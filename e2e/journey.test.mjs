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
  number: '19880229-9826',
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
