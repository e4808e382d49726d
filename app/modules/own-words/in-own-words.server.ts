import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Values } from './values.ts';
import { shownWords, type Core } from './worded-mail.ts';
import { currentWords, noteFailure } from './words-store.server.ts';

/** A mail as the merchant words it for one reader, as the app does where they do not; where their words fail the app's are sent and the failure is noted. */
export async function inOwnWords(tx: ShopTx, { kind, locale, now }: { kind: string; locale: string; now: Date }, values: Values, plain: Core): Promise<Core> {
  const own = await currentWords(tx, kind, locale);
  const { core, failure } = shownWords(own?.words ?? null, values, plain);
  if (own && failure !== null) await noteFailure(tx, { kind, locale, version: own.version }, failure, now);
  return core;
}
