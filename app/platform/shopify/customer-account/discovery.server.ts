import { z } from 'zod';
import { hour, minute, second } from '#app/kernel/time.ts';
import type { Logger } from '#app/platform/log/log.server.ts';

/** Where a shop's customers sign in and who then answers for them, as the shop's own domain says. */
export interface AccountServer {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  endSessionEndpoint: string;
  jwksUri: string;
  graphqlApi: string;
}

const openId = z.object({ issuer: z.url(), authorization_endpoint: z.url(), token_endpoint: z.url(), end_session_endpoint: z.url(), jwks_uri: z.url() });
const api = z.object({ graphql_api: z.url() });

/** How long an answer serves, by what it was; what failed is asked again soon. */
const serves = { found: hour, none: 10 * minute, failed: 30 * second };
const patience = 3 * second;
const longest = 64 * 1024;
const most = 2_000;

type Answer = { is: 'found'; server: AccountServer } | { is: 'none' } | { is: 'failed' };

/**
 * Finds where a shop's customers sign in; null where the shop has no accounts an app can use, or does not say so in time. Answers are kept for
 * a while, and one that was good goes on serving while the shop's domain is not to be reached.
 */
export function createDiscovery(log: Logger): (shopDomain: string) => Promise<AccountServer | null> {
  const held = new Map<string, { until: number; answer: Promise<Answer>; before: AccountServer | null }>();
  return async (shopDomain) => {
    const known = held.get(shopDomain);
    const fresh = known && known.until > performance.now() ? known : ask(shopDomain, known ? await serverOf(known) : null);
    return serverOf(fresh);
  };

  function ask(shopDomain: string, before: AccountServer | null) {
    const asked = { until: performance.now() + serves.failed, before, answer: discover(shopDomain, log) };
    void asked.answer.then(({ is }) => (asked.until = performance.now() + serves[is]));
    held.delete(shopDomain);
    held.set(shopDomain, asked);
    const [oldest] = held.keys();
    if (held.size > most && oldest !== undefined) held.delete(oldest);
    return asked;
  }
}

async function serverOf({ answer, before }: { answer: Promise<Answer>; before: AccountServer | null }): Promise<AccountServer | null> {
  const found = await answer;
  if (found.is === 'found') return found.server;
  return found.is === 'failed' ? before : null;
}

async function discover(shopDomain: string, log: Logger): Promise<Answer> {
  try {
    const [signIn, graphql] = await Promise.all([read(shopDomain, 'openid-configuration', openId), read(shopDomain, 'customer-account-api', api)]);
    if (!signIn || !graphql) return { is: 'none' };
    const server = {
      issuer: signIn.issuer,
      authorizationEndpoint: signIn.authorization_endpoint,
      tokenEndpoint: signIn.token_endpoint,
      endSessionEndpoint: signIn.end_session_endpoint,
      jwksUri: signIn.jwks_uri,
      graphqlApi: graphql.graphql_api,
    };
    return { is: 'found', server };
  } catch (error) {
    log.warn({ error, shop: shopDomain }, 'where customers sign in could not be found out');
    return { is: 'failed' };
  }
}

/** One document of the shop's domain; null where there is none. No address in it is less protected than the document itself. */
async function read<T extends Record<string, string>>(shopDomain: string, name: string, shape: z.ZodType<T>): Promise<T | null> {
  const answer = await fetch(`https://${shopDomain}/.well-known/${name}`, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(patience) });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${name} was answered ${answer.status}.`);
  const text = await answer.text();
  if (text.length > longest) throw new Error(`${name} is too long.`);
  const found = shape.parse(JSON.parse(text));
  const mayBePlain = new URL(answer.url).protocol === 'http:';
  if (!mayBePlain && Object.values(found).some((address) => new URL(address).protocol !== 'https:')) throw new Error(`${name} names an address without TLS.`);
  return found;
}
