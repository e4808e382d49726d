import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { RunningSandbox } from '#sandbox/start.ts';

const discovery = z.object({ issuer: z.string(), authorization_endpoint: z.string(), token_endpoint: z.string(), end_session_endpoint: z.string(), jwks_uri: z.string() });
const api = z.object({ graphql_api: z.string() });

/** A client as the app is one, and a browser that signs in by hand. */
export async function signInTools(sandbox: RunningSandbox, shopDomain: string) {
  const base = `${sandbox.urls.base}/shop/${shopDomain}/.well-known`;
  const found = discovery.parse(await (await fetch(`${base}/openid-configuration`)).json());
  const { graphql_api: graphql } = api.parse(await (await fetch(`${base}/customer-account-api`)).json());
  const redirectUri = sandbox.app.customerAuthentication?.redirectUris[0] ?? '';
  const verifier = randomBytes(32).toString('base64url');
  const asked = {
    client_id: sandbox.app.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid email customer-account-api:full',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };

  const authorize = (changes: Record<string, string | undefined> = {}, cookie = '') => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...asked, ...changes })) if (value !== undefined) query.set(name, value);
    return fetch(`${found.authorization_endpoint}?${query}`, { redirect: 'manual', headers: { cookie } });
  };
  const submit = (fields: Record<string, string>) => fetch(`${found.issuer}/sign-in`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const mailedCode = (email: string) => sandbox.outbox.list({ to: email })[0]?.subject?.slice(0, 6) ?? '';
  const token = (fields: Record<string, string>, origin: string | null = new URL(redirectUri).origin) =>
    fetch(found.token_endpoint, { method: 'POST', headers: origin === null ? {} : { origin }, body: new URLSearchParams({ client_id: sandbox.app.clientId, ...fields }) });

  return {
    found,
    redirectUri,
    verifier,
    authorize,
    submit,
    mailedCode,
    token,
    pendingIn: (page: string) => /name="pending" value="([^"]+)"/.exec(page)?.[1] ?? '',
    /** Signs in with the code from the mail; where the browser goes next, and its cookie. */
    async signIn(email: string) {
      const pending = /name="pending" value="([^"]+)"/.exec(await (await authorize()).text())?.[1] ?? '';
      await submit({ pending, email });
      const back = await submit({ pending, code: mailedCode(email) });
      return { to: new URL(back.headers.get('location') ?? ''), cookie: back.headers.get('set-cookie')?.split(';')[0] ?? '' };
    },
    trade: (code: string, changes: Record<string, string> = {}) => token({ grant_type: 'authorization_code', redirect_uri: redirectUri, code, code_verifier: verifier, ...changes }),
    ask: (accessToken: string, query: string) => fetch(graphql, { method: 'POST', headers: { authorization: accessToken, 'content-type': 'application/json' }, body: JSON.stringify({ query }) }),
  };
}
