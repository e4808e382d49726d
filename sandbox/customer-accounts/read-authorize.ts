import type { Installation, RegisteredApp } from '../contract.ts';
import type { Refusal, SignInRequest } from './types.ts';

interface Asked {
  app: RegisteredApp;
  shopDomain: string;
  installation: Installation | null;
  query: URLSearchParams;
}

/** `page`: whoever asks cannot be told at the address they name, because it is not theirs; `back`: they are told there. */
export type ReadAuthorize = { is: 'asked'; request: SignInRequest } | { is: 'page'; refusal: Refusal } | { is: 'back'; to: string; refusal: Refusal };

const scopesKnown = ['openid', 'email', 'customer-account-api:full'];

/** Reads a request of the authorize endpoint as strictly as OAuth asks for it. */
export function readAuthorize({ app, shopDomain, installation, query }: Asked): ReadAuthorize {
  const one = (name: string) => (query.getAll(name).length === 1 ? (query.get(name) ?? '') : '');
  const page = (error: Refusal['error'], description: string): ReadAuthorize => ({ is: 'page', refusal: { status: 400, error, description } });
  if (one('client_id') !== app.clientId || installation === null || installation.uninstalledAt !== null) return page('invalid_client', 'The client is not known to this shop.');
  const redirectUri = one('redirect_uri');
  if (!app.customerAuthentication?.redirectUris.includes(redirectUri)) return page('invalid_request', 'The redirect_uri is not one of the client’s.');

  const state = one('state');
  const back = (error: Refusal['error'], description: string): ReadAuthorize => {
    const to = new URL(redirectUri);
    for (const [name, value] of Object.entries({ error, error_description: description, ...(state ? { state } : {}) })) to.searchParams.set(name, value);
    return { is: 'back', to: to.href, refusal: { status: 302, error, description } };
  };
  const scopes = one('scope').split(' ').filter(Boolean);
  if (one('response_type') !== 'code') return back('unsupported_response_type', 'Only response_type=code is supported.');
  if (state === '') return back('invalid_request', 'The state is missing.');
  if (one('nonce') === '') return back('invalid_request', 'The nonce is missing.');
  if (!scopes.includes('openid') || scopes.some((scope) => !scopesKnown.includes(scope))) return back('invalid_scope', 'The scope must hold openid and nothing unknown.');
  if (!/^[\w-]{43}$/.test(one('code_challenge')) || one('code_challenge_method') !== 'S256') return back('invalid_request', 'A public client must send a code_challenge of the method S256.');
  return { is: 'asked', request: { shopDomain, redirectUri, scopes, state, nonce: one('nonce'), challenge: one('code_challenge') } };
}
