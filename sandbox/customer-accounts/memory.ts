import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { SandboxClock } from '../contract.ts';
import type { Account, SignInRequest } from './types.ts';

const minute = 60_000;

interface Code {
  request: SignInRequest;
  account: Account;
  expiresAt: number;
  used: boolean;
}

/** One sign-in's tokens: a code is worth one family, and a code or refresh token that comes twice ends it. */
export interface TokenFamily {
  shopDomain: string;
  account: Account;
  scopes: readonly string[];
  sessionId: string;
  access: string;
  accessExpiresAt: number;
  refresh: string | null;
  /** Refresh tokens that were traded in. */
  spent: Set<string>;
  ended: boolean;
}

/** A sign-in under way in one browser. */
export interface Pending {
  request: SignInRequest;
  email: string | null;
  code: string | null;
  tries: number;
  expiresAt: number;
}

/** Everything the room remembers; a restart ends every sign-in. */
export function createMemory(clock: SandboxClock) {
  const pending = new Map<string, Pending>();
  const codes = new Map<string, Code>();
  const families = new Set<TokenFamily>();
  /** Browsers that are signed in, by the cookie they carry. */
  const browsers = new Map<string, { shopDomain: string; account: Account; sessionId: string }>();
  const now = () => clock.now().getTime();
  const secret = (prefix: string) => `${prefix}_${randomBytes(24).toString('base64url')}`;

  return {
    pending,
    codes,
    families,
    browsers,
    now,
    begin(request: SignInRequest): string {
      const id = secret('signin');
      pending.set(id, { request, email: null, code: null, tries: 0, expiresAt: now() + 15 * minute });
      return id;
    },
    sixDigits: (): string => String(randomInt(1_000_000)).padStart(6, '0'),
    signIn(shopDomain: string, account: Account): string {
      const cookie = secret('browser');
      browsers.set(cookie, { shopDomain, account, sessionId: createHash('sha256').update(cookie).digest('hex').slice(0, 32) });
      return cookie;
    },
    codeFor(request: SignInRequest, account: Account): string {
      const code = secret('code');
      codes.set(code, { request, account, expiresAt: now() + 5 * minute, used: false });
      return code;
    },
    secret,
  };
}

export type Memory = ReturnType<typeof createMemory>;
