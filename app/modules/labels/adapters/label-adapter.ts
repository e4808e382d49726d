import type { GiveBack, LabelService } from '../way-back.ts';

/** One end of a parcel's way. */
export interface PostalAddress {
  name: string;
  company: string;
  street1: string;
  street2: string;
  city: string;
  /** As the country writes its states and provinces in short; empty where it has none. */
  state: string;
  zip: string;
  country: string;
  phone: string;
  email: string;
}

/** What the shop takes a returned parcel to be: centimetres and grams. */
export interface ParcelSize {
  length: number;
  width: number;
  height: number;
  weight: number;
}

/** A parcel from a customer to the shop. */
export interface LabelWish {
  /** Ours, by which the merchant finds it at the service. */
  reference: string;
  customer: PostalAddress;
  shop: PostalAddress;
  parcel: ParcelSize;
  /** A code to be shown instead of a printed label, where the carrier gives one. */
  qr: boolean;
  /** `usps`, or `usps groundadvantage`: carriers, or their services; empty where all are allowed. */
  allowed: readonly string[];
}

/** What a label would cost, and by what it is bought. It costs nothing to ask. */
export interface Quote {
  shipment: string;
  rate: string;
  carrier: string;
  service: string;
  /** A decimal number, in the currency of the account. */
  amount: string;
  currency: string;
}

/** A label that was paid for. */
export interface BoughtLabel {
  /** By which the service knows it. */
  reference: string;
  number: string;
  trackingUrl: string | null;
  labelUrl: string;
  qrUrl: string | null;
}

/** A merchant's account at a service that makes labels. */
export interface LabelAdapter {
  key: LabelService;
  name: string;
  /** Prices a parcel back and chooses the cheapest allowed rate. Throws `LabelRefused`. */
  quote(key: string, wish: LabelWish): Promise<Quote>;
  /** Pays for it. Throws `LabelRefused` where it was not; whatever else it throws may have happened. */
  buy(key: string, quote: Pick<Quote, 'rate' | 'shipment'>): Promise<BoughtLabel>;
  /** What was bought for this quote; null where nothing was. */
  find(key: string, quote: Pick<Quote, 'rate' | 'shipment'>): Promise<BoughtLabel | null>;
  /** The label's code, where it has one; asked for where that takes another call. */
  qrOf(key: string, bought: BoughtLabel): Promise<string | null>;
  /** Asks for the money of an unused label. */
  giveBack(key: string, reference: string): Promise<GiveBack>;
  /** What became of asking; null where nobody asked. */
  lookAtGiveBack(key: string, reference: string): Promise<GiveBack | null>;
  /** Throws `LabelRefused` where the key does not let us in. */
  test(key: string): Promise<void>;
}

/** The cheapest of the rates that the merchant allows. */
export function cheapest<Rate extends { carrier: string; service: string; amount: string }>(rates: readonly Rate[], allowed: readonly string[]): Rate | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const names = allowed.map(plain).filter((name) => name !== '');
  const fits = ({ carrier, service }: Rate) => names.length === 0 || names.some((name) => name === plain(carrier) || name === plain(carrier + service));
  return rates.filter(fits).sort((left, right) => Number(left.amount) - Number(right.amount))[0] ?? null;
}
