import type { CarrierKey, Scan, ScanMeaning } from '#app/modules/carriers/index.server.ts';

/** Who can be asked where a parcel is, beside Shopify. */
export const sourceKeys = ['17track', 'aftership', 'easypost', 'karrio'] as const;
export type SourceKey = (typeof sourceKeys)[number];

export function isSourceKey(text: string): text is SourceKey {
  return sourceKeys.some((key) => key === text);
}

/** What one answer says about one parcel. */
export interface SourceNews {
  number: string;
  /** Where the source names one that we know. */
  carrier: CarrierKey | null;
  /** What the source itself calls this parcel. */
  reference: string | null;
  /** Oldest first. */
  scans: Scan[];
  estimatedDeliveryAt: Date | null;
  /** How the source says the parcel stands as a whole; null where it does not. */
  standing: ScanMeaning | null;
  /** When the source last looked; what an estimate without a scan is dated by. */
  lookedAt: Date | null;
}

/** A parcel that a source is to follow, or follows. */
export interface Followed {
  number: string;
  carrier: CarrierKey | null;
  reference: string | null;
}

/** What became of asking a source to follow a parcel. `quota`: not now, the account is used up. */
export type Registration = { number: string; carrier: CarrierKey | null } & (
  | { outcome: 'following'; reference: string | null; news: SourceNews | null }
  | { outcome: 'refused'; words: string }
  | { outcome: 'quota'; words: string }
);

/** What one question about parcels brought. */
export interface PollAnswer {
  news: SourceNews[];
  /** Numbers that the source says it was never told to follow. */
  unknown: readonly string[];
}

/** How the merchant's account is reached. */
export interface SourceAccess {
  key: string;
  webhookSecret: string | null;
  /** Where a self-hosted source answers. */
  address: string | null;
}

/** One outside service that follows parcels. Its calls throw a `SourceFailure` where the whole call failed. */
export interface Source {
  key: SourceKey;
  name: string;
  /** What the merchant must give beside the key. */
  needs: { webhookSecret: boolean; address: boolean };
  /** How many parcels one call takes, and how long to wait from one call to the next: the provider's documented limits. */
  limits: { registerAtOnce: number; pollAtOnce: number; pause: number };
  /** How long after a registration the first answer can be expected, where registering does not bring one. */
  firstAnswerAfter: number;
  register(access: SourceAccess, parcels: readonly Followed[]): Promise<Registration[]>;
  poll(access: SourceAccess, parcels: readonly Followed[]): Promise<PollAnswer>;
  /** Asks something that costs nothing, only to learn whether the key is good. */
  test(access: SourceAccess): Promise<void>;
  /** True where the provider signed exactly these bytes. */
  verify(access: SourceAccess, body: Buffer, headers: Headers): boolean;
}
