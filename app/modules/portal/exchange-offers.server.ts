import { exchangeChoices, findExchanges } from '#app/modules/returns/index.server.ts';
import type { ExchangeOffer } from './portal-answer.ts';
import type { Holder } from './portal-needs.ts';
import { chosenLines, isExchange, type ChosenLine, type Scene } from './steps.ts';

/** What a customer looks for, for one line; empty words find everything. */
export interface Searched {
  lineId: string | null;
  words: string;
}

export const emptyFound: Searched = { lineId: null, words: '' };

/** What each line that is exchanged may be exchanged for. */
export function exchangeOffers(holder: Holder, scene: Scene, searched: Searched): Promise<ExchangeOffer[]> {
  return Promise.all(chosenLines(scene).filter(({ chosen }) => isExchange(chosen)).map((each) => (scene.gift ? { lineId: each.line.lineId, product: scene.gift.even.get(each.line.lineId) ?? null, found: null } : offerFor(holder, each, searched))));
}

/** The product a line is exchanged within: its own, or the one that was picked. */
export function productOf({ chosen, line }: ChosenLine): string | null {
  return chosen.outcome === 'exchange' ? line.productId : chosen.productId;
}

async function offerFor({ proxy: { ctx }, orderId }: Holder, each: ChosenLine, searched: Searched): Promise<ExchangeOffer> {
  const { lineId, outcome } = each.chosen;
  const productId = productOf(each);
  const product = productId === null ? null : await exchangeChoices(ctx, { orderId, productId });
  if (product || outcome !== 'other_product') return { lineId, product, found: null };
  const words = searched.lineId === lineId ? searched.words : '';
  return { lineId, product: null, found: { words, ...(await findExchanges(ctx, { orderId, words, after: null })) } };
}
