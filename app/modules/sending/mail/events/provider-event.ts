/** What a provider told of a message that it had taken. `bounced`: nobody is at the address; `undelivered`: given up for another reason. */
export interface ProviderEvent {
  /** What the provider calls the message. */
  providerId: string;
  /** What we call it, which we gave along; known even where the provider's answer was lost. */
  ownId?: string | undefined;
  event: 'delivered' | 'undelivered' | 'bounced' | 'complained';
  at: Date;
  /** Whom it speaks of, where it says. */
  recipients?: readonly string[] | undefined;
  /** In the provider's own words. */
  detail: string | null;
}

/** The moment that a provider wrote, in whatever way; null where it is none. */
export function momentIn(written: string | number): Date | null {
  const at = new Date(typeof written === 'number' ? written * 1_000 : written);
  return Number.isNaN(at.getTime()) ? null : at;
}
