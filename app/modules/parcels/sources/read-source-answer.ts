import { readAftership } from './read-aftership.ts';
import { readEasypost } from './read-easypost.ts';
import { readKarrio } from './read-karrio.ts';
import { readSeventeenTrack } from './read-seventeen-track.ts';
import { readShopifyEvents } from './read-shopify-events.ts';
import type { SourceNews, SourceKey } from './source.ts';

export type AnswerProvider = SourceKey | 'shopify';

const readers: Readonly<Record<AnswerProvider, (body: unknown) => SourceNews[]>> = {
  '17track': readSeventeenTrack,
  aftership: readAftership,
  easypost: readEasypost,
  karrio: readKarrio,
  shopify: readShopifyEvents,
};

export function isAnswerProvider(text: string): text is AnswerProvider {
  return Object.hasOwn(readers, text);
}

/** What a raw answer or push of a provider says, parcel by parcel. What cannot be read is left out; nothing is thrown. */
export function readSourceAnswer(provider: AnswerProvider, body: unknown): SourceNews[] {
  return readers[provider](body);
}
