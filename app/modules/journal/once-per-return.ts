import type { JournalEntry } from './entries.ts';

/** Shopify sums up an order's returns in one word; where their own lines tell it step by step, that word says nothing more. */
export function oncePerReturn(story: readonly JournalEntry[]): JournalEntry[] {
  const isTold = story.some(({ type }) => type.startsWith('return.'));
  return story.filter(({ type }) => !(isTold && type === 'order.return'));
}
