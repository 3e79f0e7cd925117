// A real OpenID Connect provider to sign in at, for tests: the certified oidc-provider
// on loopback with one client and a handful of accounts.
//
//   node oidc/provider.mjs --redirect URL [--port N] [--logout URL]
//
// When it listens it prints one line of JSON: issuer, client_id, client_secret, accounts.
// It ends when its standard input does, so that it never outlives the test that holds
// the other end. PKCE is required of every client; keys are new at every start.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';
import { accounts } from './accounts.mjs';
import { page } from './form.mjs';

const { values } = parseArgs({
  options: {
    redirect: { type: 'string', multiple: true },
    logout: { type: 'string', multiple: true },
    port: { type: 'string', default: '0' },
  },
});
if (!values.redirect) {
  console.error('usage: node oidc/provider.mjs --redirect URL [--port N] [--logout URL]');
  process.exit(2);
}

const client = { client_id: 'fotfaste', client_secret: randomBytes(32).toString('base64url') };

// The issuer's name has the port in it, so the port comes first.
const server = createServer();
await new Promise((ready, fail) => server.once('error', fail).listen(Number(values.port), '127.0.0.1', ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      ...client,
      redirect_uris: values.redirect,
      post_logout_redirect_uris: values.logout ?? [],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  pkce: { required: () => true },
  scopes: ['openid'],
  claims: { openid: ['sub'], profile: ['name'], roles: ['roles'] },
  conformIdTokenClaims: false, // the claims stand in the ID token too
  findAccount: (_, id) =>
    accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
  // Whoever signs in at the municipality's own provider has agreed to it.
  loadExistingGrant: async (ctx) => {
    const earlier = ctx.oidc.session.grantIdFor(ctx.oidc.client.clientId);
    if (earlier) return ctx.oidc.provider.Grant.find(earlier); // a new one would end sign-ins in other tabs
    const grant = new ctx.oidc.provider.Grant({
      accountId: ctx.oidc.session.accountId,
      clientId: ctx.oidc.client.clientId,
    });
    grant.addOIDCScope('openid profile roles');
    await grant.save();
    return grant;
  },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
  jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 3600 },
});

async function bodyOf(request) {
  let text = '';
  for await (const part of request) {
    text += part;
    if (text.length > 10_000) throw new Error('the form is too large');
  }
  return new URLSearchParams(text);
}

// The login form: GET shows it, POST with the field account signs that account in, with
// the field cancel sends it back without.
async function interaction(request, response) {
  const { uid, prompt } = await provider.interactionDetails(request, response);
  if (prompt.name !== 'login') throw new Error(`nobody is here to answer the prompt ${prompt.name}`);
  let known = true;
  if (request.method === 'POST') {
    const body = await bodyOf(request);
    if (body.has('cancel')) {
      await provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'the end-user cancelled' });
      return;
    }
    const account = body.get('account');
    known = Object.hasOwn(accounts, account);
    if (known) {
      await provider.interactionFinished(request, response, { login: { accountId: account } });
      return;
    }
  }
  response.writeHead(known ? 200 : 422, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(page(uid, known));
}

const callback = provider.callback();
server.on('request', (request, response) => {
  if (!request.url.startsWith('/interaction/')) return callback(request, response);
  interaction(request, response).catch((e) => {
    response.writeHead(400, { 'content-type': 'text/plain' });
    response.end(e.message);
  });
});

process.stdin.on('end', () => process.exit(0)).resume();
console.log(JSON.stringify({ issuer, ...client, accounts: Object.keys(accounts) }));
