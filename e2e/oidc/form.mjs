// The provider's login form.
import { accounts } from './accounts.mjs';

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

export const page = (uid, known) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sign in</title></head>
<body><main><h1>Sign in</h1>
<form method="post" action="/interaction/${uid}">
${known ? '' : '<p role="alert">There is no such account.</p>'}
<p><label>Account <input name="account" list="accounts" autocomplete="off" autofocus></label>
<datalist id="accounts">${Object.entries(accounts)
  .map(([sub, { name }]) => `<option value="${sub}">${escape(name)}</option>`)
  .join('')}</datalist></p>
<button>Sign in</button>
<button name="cancel" value="yes">Cancel</button>
</form></main></body></html>`;
