// The provider as a client meets it: the code flow with PKCE, walked by hand.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const redirect = 'http://127.0.0.1:9/signin/callback'; // nobody listens: the walk reads where it would go
let child, peer, endpoints;

before(async () => {
  child = spawn('node', [fileURLToPath(new URL('provider.mjs', import.meta.url)), '--redirect', redirect], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(child.stdout), 'line');
  peer = JSON.parse(line);
  endpoints = await (await fetch(`${peer.issuer}/.well-known/openid-configuration`)).json();
});

after(() => child?.kill());

/** A browser's worth of following redirects, with cookies, up to the client's own address. */
class Visitor {
  #cookies = new Map();

  async go(url, options = {}) {
    for (;;) {
      if (url.startsWith(redirect)) return { at: new URL(url) };
      const answer = await fetch(url, {
        ...options,
        redirect: 'manual',
        headers: { ...options.headers, cookie: [...this.#cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
      });
      for (const c of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(c);
        this.#cookies.set(name, value);
      }
      if (answer.status < 300 || answer.status >= 400) return { at: new URL(url), status: answer.status, text: await answer.text() };
      url = new URL(answer.headers.get('location'), url).href;
      options = {};
    }
  }
}

function request({ challenge } = {}) {
  const query = new URLSearchParams({
    client_id: peer.client_id,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid profile roles',
    state: 'the-state',
    nonce: 'the-nonce',
  });
  if (challenge) {
    query.set('code_challenge', challenge);
    query.set('code_challenge_method', 'S256');
  }
  return `${endpoints.authorization_endpoint}?${query}`;
}

async function signIn(account) {
  const verifier = randomBytes(32).toString('base64url');
  const visitor = new Visitor();
  const form = await visitor.go(request({ challenge: createHash('sha256').update(verifier).digest('base64url') }));
  assert.equal(form.status, 200);
  assert.match(form.text, /name="account"/);
  const { at, status, text } = await visitor.go(form.at.href, { method: 'POST', body: new URLSearchParams({ account }) });
  return { verifier, at, status, text };
}

async function exchange(code, verifier) {
  const answer = await fetch(endpoints.token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${peer.client_id}:${peer.client_secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier }),
  });
  return { status: answer.status, body: await answer.json() };
}

test('an account signs in and its claims stand in the ID token', async () => {
  const { at, verifier } = await signIn('manager-1');
  assert.equal(at.searchParams.get('state'), 'the-state');
  const { status, body } = await exchange(at.searchParams.get('code'), verifier);
  assert.equal(status, 200, JSON.stringify(body));
  const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1], 'base64url'));
  assert.equal(claims.iss, peer.issuer);
  assert.equal(claims.aud, peer.client_id);
  assert.equal(claims.nonce, 'the-nonce');
  assert.equal(claims.sub, 'manager-1');
  assert.equal(claims.name, 'Charlie Mallberg');
  assert.deepEqual(claims.roles, ['manager', 'case_manager']);
});

test('without PKCE nobody comes to the form', async () => {
  const { at } = await new Visitor().go(request());
  assert.equal(at.searchParams.get('error'), 'invalid_request');
  assert.match(at.searchParams.get('error_description'), /PKCE/);
});

test('a code is worth nothing without its verifier, and only once', async () => {
  const wrong = await signIn('payment-1');
  const refused = await exchange(wrong.at.searchParams.get('code'), randomBytes(32).toString('base64url'));
  assert.equal(refused.body.error, 'invalid_grant');

  const { at, verifier } = await signIn('payment-1');
  assert.equal((await exchange(at.searchParams.get('code'), verifier)).status, 200);
  assert.equal((await exchange(at.searchParams.get('code'), verifier)).body.error, 'invalid_grant');
});

test('an account that does not exist stays at the form', async () => {
  const { status, text } = await signIn('nobody');
  assert.equal(status, 422);
  assert.match(text, /no such account/);
});

test('who cancels is sent back with a no', async () => {
  const visitor = new Visitor();
  const form = await visitor.go(request({ challenge: createHash('sha256').update('x'.repeat(43)).digest('base64url') }));
  const { at } = await visitor.go(form.at.href, { method: 'POST', body: new URLSearchParams({ cancel: 'yes' }) });
  assert.equal(at.searchParams.get('error'), 'access_denied');
  assert.equal(at.searchParams.get('state'), 'the-state');
});

test('it ends with whoever started it', async () => {
  const other = spawn('node', [fileURLToPath(new URL('provider.mjs', import.meta.url)), '--redirect', redirect], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(createInterface(other.stdout), 'line');
  other.stdin.end();
  assert.deepEqual(await once(other, 'exit'), [0, null]);
});
