// Who can sign in at the test's provider, by subject: a name and the roles that the
// municipality has given. The names are made up.
export const accounts = {
  'case-manager-1': { name: 'Kim Testsson', roles: ['case_manager'] },
  'decision-maker-1': { name: 'Robin Provdotter', roles: ['decision_maker'] },
  'payment-1': { name: 'Alex Exempel', roles: ['payment_officer'] },
  'manager-1': { name: 'Charlie Mallberg', roles: ['manager', 'case_manager'] },
  'participant-1': { name: 'Sam Påhitt', roles: ['participant'] },
  'no-role-1': { name: 'Love Utanroll', roles: [] },
  'unknown-role-1': { name: 'Noa Okänd', roles: ['janitor'] },
};
