/** What can be wrong with an order, as a customer says it. */
export const problemKinds = ['not_arrived', 'late', 'damaged', 'wrong_item', 'missing_item', 'other'] as const;
export type ProblemKind = (typeof problemKinds)[number];

export function isProblemKind(text: string): text is ProblemKind {
  return problemKinds.some((kind) => kind === text);
}

/** What a customer may like instead of what is late: to go on waiting for it, too. */
export const problemWishes = ['wait', 'resend', 'refund', 'other'] as const;
export type ProblemWish = (typeof problemWishes)[number];
