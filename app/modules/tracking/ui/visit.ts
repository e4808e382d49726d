import type { ReactNode } from 'react';
import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { DateFormat } from '#app/platform/i18n/date-format.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { TrackingPage } from '../tracking-page-setting.ts';
import type { TrackingWords } from '../words.ts';

/** Where somebody signs in, or finds their orders once they did, and in which words they are led there. */
export interface SignInLink {
  address: string;
  label: string;
}

/** What every part of the page needs to know about this visit. */
export interface Visit {
  words: TrackingWords;
  dates: DateFormat;
  shop: Pick<Shop, 'name' | 'ianaTimezone'>;
  /** How the merchant wants the page. */
  page: TrackingPage;
  /** Above everything else while a busy time is in force. */
  banner: ReactNode;
  /** The language the visitor picked on the page, which its forms carry on. */
  chosen: CustomerLocale | null;
  /** The storefront's language as the page was come to with it, which its forms carry on where the visitor picked none. */
  storefront: string | null;
  /** Beside the search for an order and beside its code, where a shop's customers may sign in. */
  signIn?: SignInLink | null;
  /** Where the page's forms go, as the visitor's browser sees it. */
  address: string;
  /** Where the contact form is, and what is chosen there for whoever comes from here. */
  contact: string;
  topic?: 'returns';
  /** Where customers begin a return; null where they cannot do so by themselves. */
  returns?: string | null;
  /** What the shop's own return policy promises; null where none is published. */
  promised?: string | null;
  /** The root of the storefront in the visitor's language: `/fr/`. */
  home: string;
  now: Date;
  /** What was being sent when its key was over: the page's forms carry it on until there is another. */
  pending?: string;
}
