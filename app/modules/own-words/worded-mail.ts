import type { Paragraph } from '#app/modules/brand/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { OwnWords } from './own-words.ts';
import { renderWords } from './render-words.ts';
import type { Values } from './values.ts';

/** What of a mail a merchant words. */
export interface Core {
  subject: string;
  heading: string;
  paragraphs: readonly Paragraph[];
}

/** A mail that merchants may word, as the module that sends it describes it. */
export interface WordedMail {
  /** Under which its words are kept. */
  kind: string;
  /** What words may name; they are tried with all of these before they are kept. */
  trials: readonly Values[];
  /** The app's words as a merchant can go on writing them. */
  starting(locale: string): OwnWords;
  /** As a customer would get it, in these words; the app's where there are none. */
  sample(tx: ShopTx, ctx: Pick<ShopContext, 'shop' | 'clock'>, locale: string, own: OwnWords | null): Promise<{ subject: string; html: string; text: string }>;
}

/** A mail in the merchant's words, in the app's where there are none or they fail. */
export function shownWords(own: OwnWords | null, values: Values, plain: Core): { core: Core; failure: string | null } {
  if (!own) return { core: plain, failure: null };
  try {
    return { core: renderWords(own, values), failure: null };
  } catch (error) {
    return { core: plain, failure: error instanceof Error ? error.message : String(error) };
  }
}
