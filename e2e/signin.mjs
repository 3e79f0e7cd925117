// Signing in to the demo: one button for each role, whose value is the role.

/** The roles of the programme, as the program calls them. */
export const roles = [
  'participant',
  'case_manager',
  'assessor',
  'decision_maker',
  'payment_officer',
  'provider_supervisor',
  'partner',
  'manager',
  'evaluator',
  'administrator',
  'auditor',
];

/** Signs in as the first demo account of the role and stands on its start page. */
export async function signIn(page, role) {
  await page.goto('/signin');
  await page.locator(`button[value="${role}"]`).first().click();
  await page.waitForURL((at) => !at.pathname.startsWith('/signin'));
}
