import { z } from 'zod';

export const providers = ['17track', 'aftership', 'easypost', 'karrio'] as const;
export type Provider = (typeof providers)[number];

/** A scan in a provider's own words. */
export const scanShape = z.object({
  /** The provider's own code: `InTransit_Arrival`, `Exception_004`, `failure.lost`, `delivery_failed`. */
  code: z.string().min(1),
  text: z.string().default(''),
  /** With the zone of the place. */
  at: z.iso.datetime({ offset: true }),
  city: z.string().default(''),
  country: z.string().length(2).default('US'),
  zip: z.string().default(''),
  reason: z.string().nullable().default(null),
  estimatedDelivery: z.iso.date().nullable().default(null),
});
export type CarrierScan = z.infer<typeof scanShape>;

/** A parcel that an account follows. */
export interface FollowedParcel {
  id: string;
  number: string;
  carrier: string;
  scans: CarrierScan[];
}

export const accountShape = z.object({
  webhookUrl: z.url().nullable(),
  webhookSecret: z.string(),
  /** How many parcels it may still register. */
  quota: z.number().int().min(0),
  /** The key is no longer good. */
  withdrawn: z.boolean(),
  /** So many of the next calls are too many. */
  slowDown: z.number().int().min(0),
  /** So many of the next calls fail on the provider's side. */
  failing: z.number().int().min(0),
  /** Numbers it will not follow. */
  refuses: z.array(z.string()),
});

/** A merchant's account at a provider. */
export type Account = z.infer<typeof accountShape> & {
  key: string;
  parcels: Map<string, FollowedParcel>;
  /** Every call, oldest first: method and path, and how it was answered. */
  calls: { call: string; status: number }[];
  /** How each push was answered; 0 where nobody answered. */
  pushes: number[];
};

export function newAccount(key: string): Account {
  return { key, webhookUrl: null, webhookSecret: 'demo-secret', quota: 1_000, withdrawn: false, slowDown: 0, failing: 0, refuses: [], parcels: new Map(), calls: [], pushes: [] };
}

/** Follows a number, once; null where the account is used up. */
export function follow(account: Account, number: string, carrier: string, id: string): FollowedParcel | null {
  const known = account.parcels.get(number);
  if (known) return known;
  if (account.quota === 0) return null;
  account.quota -= 1;
  const parcel: FollowedParcel = { id, number, carrier, scans: [] };
  account.parcels.set(number, parcel);
  return parcel;
}
