import { outcomes, sayDeadline, type AllowedOffer, type Outcome, type PolicyWords, type RefusedOffer, type ReturnableLine, type ReturnableOrder } from '#app/modules/returns/index.pure.ts';

/** An outcome that may be chosen for a line, with all it brings. */
export interface Possible {
  outcome: Outcome;
  offer: AllowedOffer;
}

/** What may be chosen for a line; store credit needs a customer who can hold it. */
export function possibleFor({ decision }: ReturnableLine, { customerId }: Pick<ReturnableOrder, 'customerId'>): Possible[] {
  return outcomes.flatMap((outcome) => {
    const offer = decision?.offers[outcome].offer;
    return offer?.allowed && (outcome !== 'store_credit' || customerId !== null) ? [{ outcome, offer }] : [];
  });
}

/** What may be asked for although the terms refuse it. */
const askable: readonly Outcome[] = ['refund', 'store_credit', 'exchange', 'other_product'];

/** What the terms refuse for a line although the shop offers such a thing: an exception may be asked for. */
export function refusedFor({ decision }: ReturnableLine, { customerId }: Pick<ReturnableOrder, 'customerId'>): { outcome: Outcome; offer: RefusedOffer }[] {
  return askable.flatMap((outcome) => {
    const offer = decision?.offers[outcome].offer;
    if (!offer || offer.allowed || offer.why === 'not_offered') return [];
    return outcome === 'store_credit' && customerId === null ? [] : [{ outcome, offer }];
  });
}

/** The refusal that says most about a line of which nothing is possible. */
export function mainRefusal(line: ReturnableLine, order: Pick<ReturnableOrder, 'customerId'>): RefusedOffer | null {
  const offer = line.decision?.offers.refund.offer;
  return refusedFor(line, order)[0]?.offer ?? (offer && !offer.allowed ? offer : null);
}

/** Until when a line may come back, in a sentence; null where there is no end. A warranty outlasts that, and counts where nothing else is possible. */
export function sayUntil(possible: readonly Possible[], zone: string, words: PolicyWords): string | null {
  const usual = possible.filter(({ outcome }) => outcome !== 'warranty');
  const latest = (usual.length > 0 ? usual : possible).toSorted((one, other) => (other.offer.deadline?.getTime() ?? 0) - (one.offer.deadline?.getTime() ?? 0))[0];
  return latest ? sayDeadline(latest.offer, zone, words) : null;
}

/** About what an outcome brings, with what of it the shop adds, in what the customer paid in; null where it brings no money. */
export function bringsOf({ outcome, offer }: Possible, price: number, units: number): { amount: number; gift: number } | null {
  if (outcome === 'exchange' || outcome === 'other_product' || outcome === 'warranty') return null;
  const paid = price * units;
  const left = paid - Math.round((paid * offer.fee.percent) / 100);
  const gift = outcome === 'store_credit' ? Math.round((left * offer.bonus.percent) / 100) : 0;
  return { amount: left + gift, gift };
}
