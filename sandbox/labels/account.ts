import { randomBytes } from 'node:crypto';
import { z } from 'zod';

export const labelServices = ['easypost', 'shippo'] as const;
export type LabelService = (typeof labelServices)[number];

/** One end of a parcel's way, as both services write it. */
export const addressShape = z.object({
  name: z.string().nullish(), company: z.string().nullish(), street1: z.string().nullish(), street2: z.string().nullish(), city: z.string().nullish(),
  state: z.string().nullish(), zip: z.string().nullish(), country: z.string().nullish(), phone: z.string().nullish(), email: z.string().nullish(),
});
export type Address = z.infer<typeof addressShape>;

export interface PricedRate {
  id: string;
  carrier: string;
  service: string;
  amount: string;
  currency: string;
}

/** A parcel that was priced. */
export interface PricedShipment {
  id: string;
  reference: string;
  from: Address;
  to: Address;
  qr: boolean;
  rates: PricedRate[];
}

/** A label that was sold. */
export interface SoldLabel {
  id: string;
  shipmentId: string;
  rate: PricedRate;
  number: string;
  /** `queued` until somebody looks a second time. */
  state: 'queued' | 'sold';
  looked: number;
  refund: 'none' | 'submitted' | 'rejected';
  qr: boolean;
}

export const labelAccountShape = z.object({
  /** In cents. */
  balance: z.number().int(),
  /** The key is no longer good. */
  withdrawn: z.boolean(),
  /** So many of the next calls are too many, or fail on the service's side. */
  slowDown: z.number().int().min(0),
  failing: z.number().int().min(0),
  /** So many of the next purchases lose the line before, or after, they happened. */
  hangUpBefore: z.number().int().min(0),
  hangUpAfter: z.number().int().min(0),
  /** So many of the next purchases are done later. */
  queued: z.number().int().min(0),
  rejectsRefunds: z.boolean(),
  /** What was given back is paid for by now. */
  paysBack: z.boolean(),
  noRates: z.boolean(),
});

/** A merchant's account at a label service. */
export type LabelAccount = z.infer<typeof labelAccountShape> & {
  key: string;
  shipments: PricedShipment[];
  sold: SoldLabel[];
  /** Every call, oldest first. */
  calls: { call: string; status: number }[];
};

export function newLabelAccount(key: string): LabelAccount {
  return { key, balance: 1_000_00, withdrawn: false, slowDown: 0, failing: 0, hangUpBefore: 0, hangUpAfter: 0, queued: 0, rejectsRefunds: false, paysBack: false, noRates: false, shipments: [], sold: [], calls: [] };
}

export const newId = (prefix: string) => `${prefix}${randomBytes(12).toString('hex')}`;

/** What carriers would take a parcel for, from a country. */
export function ratesFrom(country: string, account: LabelAccount): PricedRate[] {
  if (account.noRates) return [];
  const priced: [string, string, string, string][] =
    country === 'US'
      ? [['USPS', 'Priority', '9.15', 'USD'], ['USPS', 'GroundAdvantage', '6.84', 'USD'], ['UPS', 'Ground', '11.02', 'USD']]
      : [['DHLParcel', 'Retoure', '5.49', 'EUR'], ['DPD', 'Return', '4.99', 'EUR'], ['UPS', 'Standard', '8.40', 'EUR']];
  return priced.map(([carrier, service, amount, currency]) => ({ id: newId('rate_'), carrier, service, amount, currency }));
}

/** What is wrong with an address; null where it will do. */
export function wrongWith({ name, street1, city, country }: Address): string | null {
  if (!street1) return 'Street address is missing.';
  if (!name || !city || city === 'Nowhere' || !/^[A-Z]{2}$/.test(country ?? '')) return 'Unable to verify address.';
  return null;
}

/** Sells a label where the account can pay for it. */
export function sell(account: LabelAccount, shipment: PricedShipment, rate: PricedRate): SoldLabel | null {
  const cents = Math.round(Number(rate.amount) * 100);
  if (account.balance < cents) return null;
  account.balance -= cents;
  const isQueued = account.queued > 0;
  if (isQueued) account.queued -= 1;
  const digits = String(Date.now() * 1_000 + account.sold.length).slice(-14);
  const sold: SoldLabel = { id: newId(''), shipmentId: shipment.id, rate, number: rate.carrier === 'USPS' ? `94001${digits}${'0'.repeat(3)}` : `JD0146${digits}`, state: isQueued ? 'queued' : 'sold', looked: 0, refund: 'none', qr: shipment.qr && rate.carrier === 'USPS' };
  account.sold.push(sold);
  return sold;
}
