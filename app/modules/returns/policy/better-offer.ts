import { advantages, type Advantage, type AllowedOffer, type BestOffer, type Offer } from './decision.ts';

/** The better of what an order's own version and today's give; alike, the order keeps its own. */
export function betterOffer(own: Offer, today: Offer): BestOffer {
  if (own.version === today.version) return { offer: own, from: 'both', because: null, instead: null };
  for (const advantage of advantages) {
    const difference = ranks[advantage](own) - ranks[advantage](today);
    if (difference > 0) return { offer: own, from: 'order', because: advantage, instead: today };
    if (difference < 0) return { offer: today, from: 'today', because: advantage, instead: own };
  }
  return { offer: own, from: 'both', because: null, instead: today };
}

/** What a customer would be glad of, the more the higher. Money counts before a later day; an unknown cost of the way back weighs more than a known one. */
const ranks: Record<Advantage, (offer: Offer) => number> = {
  allowed: ({ allowed }) => (allowed ? 1 : 0),
  way_back_known: ofAllowed(({ wayBack }) => (wayBack.amount === null ? 0 : 1)),
  money: ofAllowed(({ back, wayBack }) => back - (wayBack.amount ?? 0)),
  deadline: ({ allowed, deadline }) => deadline?.getTime() ?? (allowed ? Number.MAX_SAFE_INTEGER : 0),
  photos: ofAllowed(({ photos }) => -photos),
  questions: ofAllowed(({ questions }) => -questions.length),
  approval: ofAllowed(({ approval }) => (approval === 'nobody' ? 1 : 0)),
  refund_on: ofAllowed(({ refundOn }) => -['scan', 'receipt', 'inspection'].indexOf(refundOn)),
};

function ofAllowed(rank: (offer: AllowedOffer) => number): (offer: Offer) => number {
  return (offer) => (offer.allowed ? rank(offer) : 0);
}
