import express, { type Router } from 'express';
import { answerApi } from './api-door.ts';
import { endSession } from './end-session.ts';
import { createMemory } from './memory.ts';
import { signInDoor } from './sign-in-door.ts';
import { createSigningKey } from './signing-key.ts';
import { asShopifyDoes, switchesShape } from './switches.ts';
import { answerToken } from './token-endpoint.ts';
import type { CustomerAccountsDeps } from './types.ts';

export { browserCookie } from './sign-in-door.ts';

/** Customer accounts of every shop in the sandbox. */
export interface CustomerAccounts {
  router: Router;
  /** The customer whom a browser's cookie says is signed in to a shop; null for nobody. */
  signedIn(shopDomain: string, cookie: string): string | null;
}

/** Makes the room. */
export async function createCustomerAccounts(deps: CustomerAccountsDeps): Promise<CustomerAccounts> {
  const { app, worlds, urls, clock, runAdmin, installation } = deps;
  const memory = createMemory(clock);
  const key = await createSigningKey();
  const switches = asShopifyDoes();
  const numberOf = (domain: string) => worlds.find(domain)?.shop.id.split('/').at(-1) ?? '';
  const issuerOf = (domain: string) => `${urls.base}/authentication/${numberOf(domain)}`;
  const shopOf = (shopNumber: string) => {
    const domain = worlds.all().find((world) => numberOf(world.shop.domain) === shopNumber)?.shop.domain;
    return domain === undefined ? null : { domain, name: worlds.find(domain)?.shop.name ?? domain, issuer: issuerOf(domain) };
  };
  const apiOf = (domain: string) => `${urls.base}/shop/${domain}/customer/api/2026-10/graphql`;

  const router = express.Router();
  router.get('/shop/:domain/.well-known/openid-configuration', (request, response) => {
    const { domain } = request.params;
    if (!switches.newAccounts || !worlds.find(domain)) return void response.sendStatus(404);
    const issuer = issuerOf(domain);
    response.json({
      issuer,
      authorization_endpoint: `${issuer}/oauth/authorize`,
      token_endpoint: `${issuer}/oauth/token`,
      end_session_endpoint: `${issuer}/logout`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'email', 'customer-account-api:full'],
      code_challenge_methods_supported: ['S256'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce', 'sid', 'email', 'email_verified'],
    });
  });
  router.get('/shop/:domain/.well-known/customer-account-api', (request, response) => {
    const { domain } = request.params;
    if (!switches.newAccounts || !worlds.find(domain)) return void response.sendStatus(404);
    response.json({ graphql_api: apiOf(domain) });
  });
  router.get('/authentication/:shop/.well-known/jwks.json', (_request, response) => void response.json(key.jwks()));
  router.use(signInDoor({ ...deps, memory, shopOf }));
  router.post('/authentication/:shop/oauth/token', express.urlencoded({ extended: false }), (request, response, next) => {
    const shop = shopOf(request.params.shop ?? '');
    if (!shop) return void response.sendStatus(404);
    if (switches.tokenEndpointDown) return void response.sendStatus(503);
    const needs = { app, memory, key, switches, issuer: shop.issuer, shopDomain: shop.domain };
    answerToken(needs, request.headers.origin, request.body).then(({ status, body }) => response.status(status).set('cache-control', 'no-store').json(body), next);
  });
  router.get('/authentication/:shop/logout', (request, response) => {
    const shop = shopOf(request.params.shop);
    if (!shop) return void response.sendStatus(404);
    endSession({ app, memory, shop }, request, response);
  });
  router.post('/shop/:domain/customer/api/2026-10/graphql', express.json(), (request, response, next) => {
    const shopDomain = request.params.domain ?? '';
    answerApi({ memory, runAdmin, installation, shopDomain }, request.headers.authorization, request.body).then(({ status, body }) => response.status(status).json(body), next);
  });

  const controls = '/control/customer-accounts';
  router.get(controls, (_request, response) => void response.json(switches));
  router.post(controls, express.json(), (request, response) => {
    const read = switchesShape.partial().safeParse(request.body);
    if (!read.success) return void response.status(422).json({ error: read.error.issues });
    response.json(Object.assign(switches, read.data));
  });
  router.delete(controls, (_request, response) => void response.json(Object.assign(switches, asShopifyDoes())));
  router.post(`${controls}/expire-access`, (_request, response) => {
    for (const family of memory.families) family.accessExpiresAt = 0;
    response.sendStatus(204);
  });
  router.post(`${controls}/rotate-key`, (_request, response, next) => {
    key.rotate().then(() => response.sendStatus(204), next);
  });
  return {
    router,
    signedIn: (shopDomain, cookie) => {
      const browser = memory.browsers.get(cookie);
      return browser?.shopDomain === shopDomain ? browser.account.id : null;
    },
  };
}
