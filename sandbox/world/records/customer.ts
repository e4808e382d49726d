import type { Gid } from '#sandbox/contract.ts';
import type { AddressRecord } from './address.ts';

/** Whether a person agreed to marketing on one channel. */
export interface ConsentRecord {
  state: 'INVALID' | 'NOT_SUBSCRIBED' | 'PENDING' | 'REDACTED' | 'SUBSCRIBED' | 'UNSUBSCRIBED';
  optInLevel: 'CONFIRMED_OPT_IN' | 'SINGLE_OPT_IN' | 'UNKNOWN' | null;
  updatedAt: string | null;
}

/** A person who buys. Figures over orders are derived, not stored. */
export interface CustomerRecord {
  id: Gid;
  firstName: string | null;
  lastName: string | null;
  /** Shopify keeps one address for mail; others live on orders. */
  email: string | null;
  emailConsent: ConsentRecord;
  verifiedEmail: boolean;
  /** In E.164, one per customer; others live on addresses and orders. */
  phone: string | null;
  smsConsent: ConsentRecord;
  whatsAppConsent: ConsentRecord;
  locale: string;
  note: string | null;
  tags: string[];
  taxExempt: boolean;
  state: 'DECLINED' | 'DISABLED' | 'ENABLED' | 'INVITED';
  addresses: AddressRecord[];
  defaultAddressId: Gid | null;
  createdAt: string;
  updatedAt: string;
}
