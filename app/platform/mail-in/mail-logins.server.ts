import { z } from 'zod';
import { second } from '#app/kernel/time.ts';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';

/** Providers of mailboxes that let in who was given a token instead of a password. */
export const mailLogins = ['google', 'microsoft'] as const;
export type MailLogin = (typeof mailLogins)[number];

/** What we are called at a provider. */
export interface LoginClient {
  id: string;
  secret: string;
}

export type LoginClients = Readonly<Record<MailLogin, LoginClient | null>>;

/** Where a provider is asked, and where its mailboxes are. */
export interface LoginPlace {
  name: string;
  authorize: string;
  token: string;
  scope: string;
  imap: { host: string; port: number; security: 'tls' | 'starttls' };
}

export const loginPlaces: Readonly<Record<MailLogin, LoginPlace>> = {
  google: {
    name: 'Google',
    authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    scope: 'openid email https://mail.google.com/',
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
  },
  microsoft: {
    name: 'Microsoft',
    authorize: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope: 'openid email offline_access https://outlook.office.com/IMAP.AccessAsUser.All',
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
  },
};

/** What a provider gave: the way in for an hour, and the way to the next one. */
export interface MailTokens {
  accessToken: string;
  /** Null where the one we have stays good. */
  refreshToken: string | null;
  /** Whose mailbox it is; null where the provider does not say. */
  user: string | null;
}

/** Where a merchant is sent to let us into their mailbox, and comes back from with a code. */
export function loginAddress(place: LoginPlace, client: LoginClient, { backTo, state, hint }: { backTo: string; state: string; hint: string }): string {
  const address = new URL(place.authorize);
  const asked = { client_id: client.id, redirect_uri: backTo, response_type: 'code', scope: place.scope, access_type: 'offline', prompt: 'consent', login_hint: hint, state };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
}

const granted = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).nullish(), id_token: z.string().nullish() });
const claims = z.object({ email: z.email().optional(), preferred_username: z.email().optional() });

/** Asks the provider for tokens, by a code or by what it gave before. `refused`: only signing in again helps. Throws where it does not answer. */
export async function askForMailTokens(place: LoginPlace, client: LoginClient, grant: { code: string; backTo: string } | { refreshToken: string }): Promise<MailTokens | 'refused'> {
  refuseInsideTransaction(place.name);
  const fields: Record<string, string> = 'code' in grant ? { grant_type: 'authorization_code', code: grant.code, redirect_uri: grant.backTo } : { grant_type: 'refresh_token', refresh_token: grant.refreshToken };
  const answer = await fetch(place.token, {
    method: 'POST',
    redirect: 'error',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...fields }).toString(),
    signal: AbortSignal.timeout(15 * second),
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.status === 400 || answer.status === 401) return 'refused';
  if (!answer.ok) throw new Error(`${place.name} answered ${answer.status} when it was asked for a token.`);
  const { access_token, refresh_token, id_token } = granted.parse(body);
  return { accessToken: access_token, refreshToken: refresh_token ?? null, user: id_token ? userIn(id_token) : null };
}

/** Who the token is about. It came from the provider itself, over TLS: its signature adds nothing. */
function userIn(idToken: string): string | null {
  try {
    const read = claims.safeParse(JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')));
    return read.data?.email ?? read.data?.preferred_username ?? null;
  } catch {
    return null;
  }
}
