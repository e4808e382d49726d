/** What can be wrong with an order, as a customer says it. */
export const problemKinds = ['not_arrived', 'damaged', 'wrong_item', 'missing_item', 'other'] as const;
export type ProblemKind = (typeof problemKinds)[number];

export function isProblemKind(text: string): text is ProblemKind {
  return problemKinds.some((kind) => kind === text);
}
