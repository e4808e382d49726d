import { DatabaseSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Installation } from '../contract.ts';

/** One issued Admin API token with the refresh token that came with it. Times are epoch milliseconds. */
export interface IssuedToken {
  accessToken: string;
  shopDomain: string;
  kind: 'offline' | 'online';
  userId: string | null;
  expiresAt: number | null;
  refreshToken: string | null;
  refreshExpiresAt: number | null;
  /** The refresh token this pair replaced; it may be retried until this pair's own refresh token is used. */
  replaced: string | null;
  revoked: boolean;
}

/** Where installations and tokens live: a file that outlives the process, or memory. */
export type OAuthStore = ReturnType<typeof openStore>;

const tables = `
  create table if not exists installations (
    shop_domain text primary key, client_id text not null, scopes text not null, protected_data text not null,
    installed_at integer not null, uninstalled_at integer);
  create table if not exists tokens (
    access_token text primary key, shop_domain text not null, kind text not null, user_id text,
    expires_at integer, refresh_token text unique, refresh_expires_at integer, replaced text, revoked integer not null default 0);
  create index if not exists tokens_replaced on tokens (replaced);
`;

const installationRow = z.object({
  shop_domain: z.string(),
  client_id: z.string(),
  scopes: z.string().transform((text) => new Set(z.array(z.string()).parse(JSON.parse(text)))),
  protected_data: z.string().transform((text) =>
    z.object({ level1: z.boolean(), name: z.boolean(), email: z.boolean(), phone: z.boolean(), address: z.boolean() }).parse(JSON.parse(text)),
  ),
  installed_at: z.number(),
  uninstalled_at: z.number().nullable(),
});

const tokenRow = z
  .object({
    access_token: z.string(),
    shop_domain: z.string(),
    kind: z.enum(['offline', 'online']),
    user_id: z.string().nullable(),
    expires_at: z.number().nullable(),
    refresh_token: z.string().nullable(),
    refresh_expires_at: z.number().nullable(),
    replaced: z.string().nullable(),
    revoked: z.number(),
  })
  .transform(
    (row): IssuedToken => ({
      accessToken: row.access_token,
      shopDomain: row.shop_domain,
      kind: row.kind,
      userId: row.user_id,
      expiresAt: row.expires_at,
      refreshToken: row.refresh_token,
      refreshExpiresAt: row.refresh_expires_at,
      replaced: row.replaced,
      revoked: row.revoked === 1,
    }),
  );

/** Opens `oauth.sqlite` in the folder, or a store in memory when there is none. */
export function openStore(dataDir: string | null) {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(dataDir ? join(dataDir, 'oauth.sqlite') : ':memory:');
  db.exec(tables);

  const token = (where: string, ...values: string[]): IssuedToken | null => {
    const row = db.prepare(`select * from tokens where ${where}`).get(...values);
    return row ? tokenRow.parse(row) : null;
  };

  return {
    installation(shopDomain: string): Installation | null {
      const found = db.prepare('select * from installations where shop_domain = ?').get(shopDomain);
      if (!found) return null;
      const row = installationRow.parse(found);
      return {
        shopDomain: row.shop_domain,
        clientId: row.client_id,
        scopes: row.scopes,
        protectedData: row.protected_data,
        installedAt: new Date(row.installed_at),
        uninstalledAt: row.uninstalled_at === null ? null : new Date(row.uninstalled_at),
      };
    },
    saveInstallation(one: Installation): void {
      db.prepare('insert or replace into installations values (?, ?, ?, ?, ?, ?)').run(
        one.shopDomain,
        one.clientId,
        JSON.stringify([...one.scopes]),
        JSON.stringify(one.protectedData),
        one.installedAt.getTime(),
        one.uninstalledAt?.getTime() ?? null,
      );
    },
    tokenByAccess: (value: string) => token('access_token = ?', value),
    tokenByRefresh: (value: string) => token('refresh_token = ?', value),
    replacementOf: (refreshToken: string) => token('replaced = ? and revoked = 0', refreshToken),
    saveToken(one: IssuedToken): void {
      db.prepare('insert or replace into tokens values (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
        one.accessToken,
        one.shopDomain,
        one.kind,
        one.userId,
        one.expiresAt,
        one.refreshToken,
        one.refreshExpiresAt,
        one.replaced,
        one.revoked ? 1 : 0,
      );
    },
    revokeTokens(shopDomain: string, which: 'all' | 'expiring offline'): void {
      const narrowed = which === 'all' ? '' : " and kind = 'offline' and expires_at is not null";
      db.prepare(`update tokens set revoked = 1 where shop_domain = ?${narrowed}`).run(shopDomain);
    },
    expireTokens(shopDomain: string, at: number, which: 'access' | 'access and refresh'): void {
      db.prepare('update tokens set expires_at = ? where shop_domain = ? and expires_at is not null').run(at, shopDomain);
      if (which === 'access') return;
      db.prepare('update tokens set refresh_expires_at = ? where shop_domain = ? and refresh_token is not null').run(at, shopDomain);
    },
    renameShop(from: string, to: string): void {
      db.prepare('update installations set shop_domain = ? where shop_domain = ?').run(to, from);
      db.prepare('update tokens set shop_domain = ? where shop_domain = ?').run(to, from);
    },
    close: () => db.close(),
  };
}
