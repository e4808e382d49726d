import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RegisteredApp } from '../contract.ts';
import type { Memory, TokenFamily } from './memory.ts';
import type { Switches } from './switches.ts';
import type { SigningKey } from './signing-key.ts';
import type { Refusal } from './types.ts';

export const accessSeconds = 7_200;

interface Needs {
  app: RegisteredApp;
  memory: Memory;
  key: SigningKey;
  switches: Switches;
  issuer: string;
  shopDomain: string;
}

const form = z.object({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  redirect_uri: z.string().default(''),
  code: z.string().default(''),
  code_verifier: z.string().default(''),
  refresh_token: z.string().default(''),
});
type Form = z.infer<typeof form>;

export interface TokenAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** Answers one `POST .../oauth/token` of a public client, with tokens or with OAuth's refusal. */
export async function answerToken(needs: Needs, origin: string | undefined, body: unknown): Promise<TokenAnswer> {
  const read = form.safeParse(body);
  if (!read.success) return refused({ status: 400, error: 'invalid_request', description: 'A field came twice or is not text.' });
  const { app } = needs;
  if (read.data.client_id !== app.clientId) return refused({ status: 401, error: 'invalid_client', description: 'The client is not known.' });
  if (origin === undefined || !app.customerAuthentication?.javascriptOrigins.includes(origin)) return refused({ status: 401, error: 'invalid_client', description: 'The Origin is not one of the client’s.' });
  if (read.data.grant_type === 'authorization_code') return byCode(needs, read.data);
  if (read.data.grant_type === 'refresh_token') return byRefresh(needs, read.data);
  return refused({ status: 400, error: 'unsupported_grant_type', description: 'The grant type is not supported.' });
}

async function byCode(needs: Needs, { code, redirect_uri, code_verifier }: Form): Promise<TokenAnswer> {
  const { memory, shopDomain } = needs;
  const held = memory.codes.get(code);
  if (!held || held.request.shopDomain !== shopDomain || held.expiresAt <= memory.now()) return invalid('The code is unknown or over.');
  if (held.used) {
    for (const family of memory.families) if (family.spent.has(code)) family.ended = true;
    return invalid('The code was used before.');
  }
  held.used = true;
  if (held.request.redirectUri !== redirect_uri) return invalid('The redirect_uri is not the one the code was made for.');
  if (createHash('sha256').update(code_verifier).digest('base64url') !== held.request.challenge) return invalid('The code_verifier does not fit.');
  const family: TokenFamily = {
    shopDomain,
    account: held.account,
    scopes: held.request.scopes,
    sessionId: randomUUID(),
    access: '',
    accessExpiresAt: 0,
    refresh: null,
    spent: new Set([code]),
    ended: false,
  };
  memory.families.add(family);
  return granted(needs, family, held.request.nonce);
}

async function byRefresh(needs: Needs, { refresh_token }: Form): Promise<TokenAnswer> {
  const { memory, shopDomain } = needs;
  const family = [...memory.families].find((each) => each.shopDomain === shopDomain && (each.refresh === refresh_token || each.spent.has(refresh_token)));
  if (!family || refresh_token === '') return invalid('The refresh token is unknown.');
  // A token that comes twice was stolen by one of the two.
  if (family.spent.has(refresh_token)) family.ended = true;
  if (family.ended) return invalid('The refresh token is over.');
  family.spent.add(refresh_token);
  return granted(needs, family, null);
}

async function granted({ memory, key, switches, app, issuer }: Needs, family: TokenFamily, nonce: string | null): Promise<TokenAnswer> {
  family.access = memory.secret('shcat');
  family.accessExpiresAt = memory.now() + accessSeconds * 1_000;
  family.refresh = switches.refreshTokens ? memory.secret('shcrt') : null;
  const { account, sessionId } = family;
  const claims = { sub: account.id, sid: sessionId, email: account.email, email_verified: true, ...(nonce === null ? {} : { nonce }), ...switches.claims };
  const idToken = await key.sign(claims, { issuer, audience: app.clientId, seconds: 3_600 });
  return {
    status: 200,
    body: { access_token: family.access, token_type: 'Bearer', expires_in: accessSeconds, id_token: idToken, scope: family.scopes.join(' '), ...(family.refresh === null ? {} : { refresh_token: family.refresh }) },
  };
}

const invalid = (description: string): TokenAnswer => refused({ status: 400, error: 'invalid_grant', description });

function refused({ status, error, description }: Refusal): TokenAnswer {
  return { status, body: { error, error_description: description } };
}
