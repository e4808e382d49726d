import type { shops } from '@prisma/client';
import type { Shop } from './shop.ts';

/** A row of `platform.shops` as the rest of the app knows a shop. */
export function shopOf(row: shops): Shop {
  return {
    id: row.id,
    domain: row.domain,
    name: row.name ?? row.domain.replace(/\.myshopify\.com$/, ''),
    email: row.email,
    primaryUrl: (row.primary_url ?? `https://${row.domain}`).replace(/\/$/, ''),
    ianaTimezone: row.iana_timezone,
    currency: row.currency,
    locales: row.locales,
    scopes: row.scopes,
    state: row.state === 'installed' ? 'installed' : 'uninstalled',
    access: row.access === 'ok' ? 'ok' : 'needs_reopen',
    installedAt: row.installed_at,
  };
}
