import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Messages } from '#app/platform/i18n/translator.ts';
import { createFormats, type Formats } from './formats.ts';

export interface AdminShop {
  domain: string;
  name: string;
  currency: string;
  ianaTimezone: string;
}

/** What every screen of the admin knows about its reader. */
export interface Admin {
  locale: string;
  shop: AdminShop;
  formats: Formats;
  /** When the server made the page that was opened. */
  openedAt: Date;
  /** The server's present, which goes on while the page is open. */
  present(): Date;
  /** The texts of each room in the reader's language, under the room's name. */
  words: Readonly<Record<string, Messages>>;
}

const AdminContext = createContext<Admin | null>(null);

/** Gives the screens below words, formats and the shop. `now` is the server's, so that both renderings agree on today. */
export function AdminProvider(props: Omit<Admin, 'formats' | 'openedAt' | 'present'> & { now: Date; children: ReactNode }) {
  const { locale, words, shop, now, children } = props;
  const admin = useMemo(
    () => ({ locale, words, shop, formats: createFormats({ locale, zone: shop.ianaTimezone, now }), openedAt: now, present: presentFrom(now) }),
    [locale, words, shop, now],
  );
  return <AdminContext.Provider value={admin}>{children}</AdminContext.Provider>;
}

/** A moment that goes on from now as the clock of this machine does, whatever that shows. */
function presentFrom(now: Date): () => Date {
  const since = Date.now();
  return () => new Date(now.getTime() + Date.now() - since);
}

export function useAdmin(): Admin {
  const admin = useContext(AdminContext);
  if (!admin) throw new Error('This screen is rendered outside of AdminProvider.');
  return admin;
}
