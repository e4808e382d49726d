import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningSandbox } from '#sandbox/start.ts';
import { quill, startInMemory } from '../../harness/sandbox-in-memory.ts';
import { signInTools } from './signed-in-browser.ts';

const tokens = z.object({ access_token: z.string(), refresh_token: z.string(), id_token: z.string(), expires_in: z.number() });
const refusal = z.object({ error: z.string() });

let sandbox: RunningSandbox;
let tools: Awaited<ReturnType<typeof signInTools>>;
beforeAll(async () => {
  sandbox = await startInMemory();
  sandbox.oauth.install(quill.domain);
  tools = await signInTools(sandbox, quill.domain);
});
afterAll(() => sandbox.stop());

const codeOf = async (email = 'mira@quill.example') => (await tools.signIn(email)).to.searchParams.get('code') ?? '';
const traded = async () => tokens.parse(await (await tools.trade(await codeOf())).json());
const said = async (answer: Response) => `${answer.status} ${refusal.parse(await answer.json()).error}`;

describe('signing in', () => {
  it('leads from an address and a mailed code back to the app, with the state and a code', async () => {
    const { to } = await tools.signIn('mira@quill.example');
    expect(`${to.origin}${to.pathname}`).toBe(tools.redirectUri);
    expect(to.searchParams.get('state')).toBe('a-state');
    const { id_token, expires_in } = tokens.parse(await (await tools.trade(to.searchParams.get('code') ?? '')).json());
    const { payload } = await jwtVerify(id_token, createRemoteJWKSet(new URL(tools.found.jwks_uri)), { issuer: tools.found.issuer, audience: sandbox.app.clientId, algorithms: ['RS256'] });
    expect(payload).toMatchObject({ nonce: 'a-nonce', email: 'mira@quill.example', email_verified: true });
    expect(expires_in).toBe(7_200);
  });

  it('sends a browser that is signed in straight back, unless it is to sign in anew', async () => {
    const { cookie } = await tools.signIn('mira@quill.example');
    expect((await tools.authorize({}, cookie)).headers.get('location')).toContain('code=');
    expect((await tools.authorize({ prompt: 'login' }, cookie)).status).toBe(200);
  });

  it('gives no access for a wrong code, and ends after five', async () => {
    const pending = tools.pendingIn(await (await tools.authorize()).text());
    await tools.submit({ pending, email: 'mira@quill.example' });
    const right = tools.mailedCode('mira@quill.example');
    for (let tried = 0; tried < 5; tried += 1) expect((await tools.submit({ pending, code: right === '000000' ? '000001' : '000000' })).status).toBe(422);
    expect((await tools.submit({ pending, code: right })).status).toBe(422);
  });
});

describe('the authorize endpoint', () => {
  it.each([{ redirect_uri: 'https://elsewhere.example/account/callback' }, { client_id: 'another' }])('never goes to an address that is not the app’s: %j', async (changes) => {
    const answer = await tools.authorize(changes);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  it.each([
    ['invalid_request', { state: undefined }],
    ['invalid_request', { nonce: undefined }],
    ['invalid_request', { code_challenge: undefined }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_scope', { scope: 'email' }],
    ['unsupported_response_type', { response_type: 'token' }],
  ])('tells the app %s for %j', async (error, changes) => {
    expect(new URL((await tools.authorize(changes)).headers.get('location') ?? '').searchParams.get('error')).toBe(error);
  });
});

describe('the token endpoint', () => {
  it('takes a code once, and what came of it ends when it comes again', async () => {
    const code = await codeOf();
    const { access_token } = tokens.parse(await (await tools.trade(code)).json());
    expect(await said(await tools.trade(code))).toBe('400 invalid_grant');
    expect((await tools.ask(access_token, '{ customer { id } }')).status).toBe(401);
  });

  it('refuses a wrong verifier, a wrong address and an unknown code', async () => {
    expect(await said(await tools.trade(await codeOf(), { code_verifier: 'x'.repeat(43) }))).toBe('400 invalid_grant');
    expect(await said(await tools.trade(await codeOf(), { redirect_uri: `${tools.redirectUri}/` }))).toBe('400 invalid_grant');
    expect(await said(await tools.trade('code_of_nobody'))).toBe('400 invalid_grant');
  });

  it('refuses another client, another grant and a request that does not come from the app', async () => {
    expect(await said(await tools.token({ grant_type: 'password' }))).toBe('400 unsupported_grant_type');
    expect(await said(await tools.token({ grant_type: 'refresh_token', client_id: 'another' }))).toBe('401 invalid_client');
    expect(await said(await tools.token({ grant_type: 'refresh_token' }, null))).toBe('401 invalid_client');
  });

  it('gives a new pair for a refresh token, once; a second time ends both', async () => {
    const first = await traded();
    const refresh = () => tools.token({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
    const second = tokens.parse(await (await refresh()).json());
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await tools.ask(first.access_token, '{ customer { id } }')).status).toBe(401);
    expect(await said(await refresh())).toBe('400 invalid_grant');
    expect((await tools.ask(second.access_token, '{ customer { id } }')).status).toBe(401);
  });
});

describe('the Customer Account API', () => {
  const data = async (accessToken: string, query: string) => (await tools.ask(accessToken, query)).json();

  it('answers who is signed in, and refuses a token that is over, altered or called a bearer', async () => {
    const { access_token } = await traded();
    expect(await data(access_token, '{ customer { emailAddress { emailAddress } } }')).toMatchObject({ data: { customer: { emailAddress: { emailAddress: 'mira@quill.example' } } } });
    expect((await tools.ask(`Bearer ${access_token}`, '{ customer { id } }')).status).toBe(401);
    await fetch(`${sandbox.urls.base}/control/customer-accounts/expire-access`, { method: 'POST' });
    expect((await tools.ask(access_token, '{ customer { id } }')).status).toBe(401);
  });

  it('asks for the scope of each type', async () => {
    const { access_token } = await traded();
    expect(await data(access_token, '{ customer { orders(first: 1) { nodes { id } } } }')).toMatchObject({ errors: [{ extensions: { code: 'ACCESS_DENIED' } }] });
  });

  it('knows nobody any more once they signed out', async () => {
    const { access_token, id_token } = await traded();
    const out = await fetch(`${tools.found.end_session_endpoint}?id_token_hint=${id_token}`, { redirect: 'manual' });
    expect(out.status).toBe(200);
    expect((await tools.ask(access_token, '{ customer { id } }')).status).toBe(401);
  });

  it('sends nobody who signs out to an address that is not the app’s', async () => {
    const out = await fetch(`${tools.found.end_session_endpoint}?post_logout_redirect_uri=https://elsewhere.example`, { redirect: 'manual' });
    expect(out.status).toBe(400);
  });
});
