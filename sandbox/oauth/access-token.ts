import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Installation, RegisteredApp, SandboxClock } from '../contract.ts';
import { readIdToken } from './id-token.ts';
import { staffMember } from './staff.ts';
import type { IssuedToken, OAuthStore } from './store.ts';

const ACCESS_SECONDS = 3_600;
const ONLINE_SECONDS = 86_399;
const REFRESH_SECONDS = 90 * 86_400;
const RETRY_MS = 30 * 86_400_000;

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token';
const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token';

/** The token endpoint's answer. */
export interface TokenAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** What the token endpoint works with. */
export interface TokenEndpoint {
  app: RegisteredApp;
  clock: SandboxClock;
  store: OAuthStore;
}

const request = z.object({
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  grant_type: z.string().optional(),
  subject_token: z.string().optional(),
  subject_token_type: z.string().optional(),
  requested_token_type: z.string().optional(),
  refresh_token: z.string().optional(),
  expiring: z.coerce.string().optional(),
});
type TokenRequest = z.infer<typeof request>;

const refuse = (status: number, error: string, description: string): TokenAnswer => ({
  status,
  body: { error, error_description: description },
});
const invalidSubject = () =>
  refuse(400, 'invalid_subject_token', 'Token exchange cannot be performed due to an invalid subject token.');
const inactiveRefresh = () => refuse(401, 'invalid_request', 'This request requires an active refresh_token');

/** Answers one `POST /admin/oauth/access_token` of a shop: token exchange, or refresh of an expiring offline token. */
export async function answerTokenRequest(endpoint: TokenEndpoint, shopDomain: string, body: unknown): Promise<TokenAnswer> {
  const parsed = request.safeParse(body);
  if (!parsed.success) return refuse(400, 'invalid_request', 'The request is malformed.');
  const { app, store } = endpoint;
  const { client_id, client_secret, grant_type } = parsed.data;
  if (client_id !== app.clientId)
    return refuse(400, 'application_cannot_be_found', `Could not find Shopify API application with api_key ${client_id ?? ''}`);
  if (!client_secret || ![app.clientSecret, app.oldClientSecret].includes(client_secret))
    return refuse(401, 'invalid_client', 'The client secret is not valid for this application.');
  const installation = store.installation(shopDomain);
  if (!installation || installation.uninstalledAt)
    return refuse(400, 'app_not_installed', 'The application is not installed on this shop.');
  if (grant_type === TOKEN_EXCHANGE) return exchange(endpoint, installation, parsed.data);
  if (grant_type === 'refresh_token') return refresh(endpoint, installation, parsed.data.refresh_token ?? '');
  return refuse(400, 'unsupported_grant_type', `The grant type ${grant_type ?? 'of the request'} is not supported.`);
}

async function exchange(endpoint: TokenEndpoint, installation: Installation, body: TokenRequest): Promise<TokenAnswer> {
  if (body.subject_token_type === OFFLINE) return cycleToExpiring(endpoint, installation, body);
  if (body.subject_token_type !== ID_TOKEN) return refuse(400, 'invalid_request', 'The subject_token_type is not supported.');
  const subject = await readIdToken(endpoint.app, installation.shopDomain, body.subject_token ?? '');
  if (!subject) return invalidSubject();
  if (body.requested_token_type === ONLINE) return issueOnline(endpoint, installation, subject.userId);
  if (body.requested_token_type !== OFFLINE) return refuse(400, 'invalid_request', 'The requested_token_type is not supported.');
  return body.expiring === '1' ? issueExpiring(endpoint, installation, null) : issueLasting(endpoint, installation);
}

/** Turns a token that never expires into an expiring one; the old one is dead afterwards. */
function cycleToExpiring(endpoint: TokenEndpoint, installation: Installation, body: TokenRequest): TokenAnswer {
  const old = endpoint.store.tokenByAccess(body.subject_token ?? '');
  const usable = old && !old.revoked && old.shopDomain === installation.shopDomain && old.kind === 'offline' && old.expiresAt === null;
  if (!usable || body.expiring !== '1') return invalidSubject();
  endpoint.store.saveToken({ ...old, revoked: true });
  return issueExpiring(endpoint, installation, null);
}

function refresh(endpoint: TokenEndpoint, installation: Installation, refreshToken: string): TokenAnswer {
  const { store, clock } = endpoint;
  const now = clock.now().getTime();
  const presented = store.tokenByRefresh(refreshToken);
  if (!presented || presented.shopDomain !== installation.shopDomain || (presented.refreshExpiresAt ?? 0) <= now) return inactiveRefresh();
  if (!presented.revoked) return issueExpiring(endpoint, installation, refreshToken);
  return retry(endpoint, installation, refreshToken, now);
}

/** A used refresh token answers again with the pair it was exchanged for, until that pair's own refresh token is used. */
function retry(endpoint: TokenEndpoint, installation: Installation, refreshToken: string, now: number): TokenAnswer {
  const replacement = endpoint.store.replacementOf(refreshToken);
  if (!replacement) return inactiveRefresh();
  const firstUse = (replacement.refreshExpiresAt ?? 0) - REFRESH_SECONDS * 1000;
  if (now > firstUse + RETRY_MS) return inactiveRefresh();
  const extended = { ...replacement, expiresAt: Math.max(replacement.expiresAt ?? 0, now + ACCESS_SECONDS * 1000) };
  endpoint.store.saveToken(extended);
  return granted(extended, installation, now);
}

/** A shop has one living expiring offline token per app: a new one ends all earlier ones. */
function issueExpiring(endpoint: TokenEndpoint, installation: Installation, replaced: string | null): TokenAnswer {
  const now = endpoint.clock.now().getTime();
  endpoint.store.revokeTokens(installation.shopDomain, 'expiring offline');
  const token = issue(installation, {
    kind: 'offline',
    expiresAt: now + ACCESS_SECONDS * 1000,
    refreshToken: `shprt_${randomBytes(16).toString('hex')}`,
    refreshExpiresAt: now + REFRESH_SECONDS * 1000,
    replaced,
  });
  endpoint.store.saveToken(token);
  return granted(token, installation, now);
}

function issueLasting(endpoint: TokenEndpoint, installation: Installation): TokenAnswer {
  const token = issue(installation, { kind: 'offline' });
  endpoint.store.saveToken(token);
  return granted(token, installation, endpoint.clock.now().getTime());
}

function issueOnline(endpoint: TokenEndpoint, installation: Installation, userId: string): TokenAnswer {
  const now = endpoint.clock.now().getTime();
  const { firstName, lastName, accountOwner } = staffMember(userId);
  const token = issue(installation, { kind: 'online', userId, expiresAt: now + ONLINE_SECONDS * 1000 });
  endpoint.store.saveToken(token);
  const answer = granted(token, installation, now);
  return {
    ...answer,
    body: {
      ...answer.body,
      associated_user_scope: [...installation.scopes].join(','),
      associated_user: {
        id: Number(userId),
        first_name: firstName,
        last_name: lastName,
        email: accountOwner ? `owner@${installation.shopDomain}` : `staff-${userId}@${installation.shopDomain}`,
        account_owner: accountOwner,
        locale: 'en',
        collaborator: false,
        email_verified: true,
      },
    },
  };
}

function issue(installation: Installation, token: Partial<IssuedToken> & Pick<IssuedToken, 'kind'>): IssuedToken {
  return {
    accessToken: `${token.kind === 'online' ? 'shpua' : 'shpat'}_${randomBytes(16).toString('hex')}`,
    shopDomain: installation.shopDomain,
    userId: null,
    expiresAt: null,
    refreshToken: null,
    refreshExpiresAt: null,
    replaced: null,
    revoked: false,
    ...token,
  };
}

function granted(token: IssuedToken, installation: Installation, now: number): TokenAnswer {
  const seconds = (until: number) => Math.floor((until - now) / 1000);
  return {
    status: 200,
    body: {
      access_token: token.accessToken,
      scope: [...installation.scopes].join(','),
      ...(token.expiresAt === null ? {} : { expires_in: seconds(token.expiresAt) }),
      ...(token.refreshToken === null || token.refreshExpiresAt === null
        ? {}
        : { refresh_token: token.refreshToken, refresh_token_expires_in: seconds(token.refreshExpiresAt) }),
    },
  };
}
