import type { TroubleKind } from '../records.ts';

/** What a customer can be told of a parcel in trouble, the weightiest first. */
const newsKinds = ['returning', 'customs', 'problem', 'silent', 'late', 'unsent'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** What there is to tell of each trouble; a number typed wrong is ours to mend, and who says that nothing came is answered, not told. */
const newsOf: Record<TroubleKind, NewsKind | null> = {
  returning: 'returning',
  customs: 'customs',
  exception: 'problem',
  attempts: 'problem',
  silent: 'silent',
  past_date: 'late',
  no_first_scan: 'silent',
  late_to_ship: 'unsent',
  denied: null,
  number_wrong: null,
};

/** What a customer is told of these troubles of one order: the weightiest, or null where nothing is for customers. */
export function newsOfTroubles<Trouble extends { kind: TroubleKind }>(troubles: readonly Trouble[]): { news: NewsKind; trouble: Trouble } | null {
  for (const news of newsKinds) {
    const trouble = troubles.find(({ kind }) => newsOf[kind] === news);
    if (trouble) return { news, trouble };
  }
  return null;
}
