import { betterOffer } from '../better-offer.ts';
import type { Advantage, AllowedOffer, Offer } from '../decision.ts';
import type { Matter } from '../matters.ts';
import type { Clause } from '../policy.ts';
import type { ChangedLine } from './past-return.ts';

/** Whether a line would have gone better or worse, and by which clauses; null where its customer would have had the same. */
export function compareLine(before: Offer, after: Offer): Omit<ChangedLine, 'at' | 'instead'> | null {
  const { from, because } = betterOffer(before, after);
  if (from === 'both' || because === null || (!before.allowed && !after.allowed)) return null;
  const matter = matterOf(because, before, after);
  return { outcome: before.outcome, effect: from === 'today' ? 'better' : 'worse', because, before: clauseOn(matter, before), after: clauseOn(matter, after) };
}

/** What has to differ where one offer is better. */
function matterOf(because: Advantage, before: Offer, after: Offer): Matter {
  switch (because) {
    case 'allowed':
      return refusedBy(before) ?? refusedBy(after) ?? before.outcome;
    case 'money':
      return before.allowed && after.allowed ? moneyMatter(before, after) : before.outcome;
    case 'way_back_known':
      return 'way_back';
    case 'deadline':
      return before.outcome === 'warranty' ? 'warranty' : 'period';
    case 'photos':
    case 'questions':
      return 'evidence';
    case 'approval':
    case 'refund_on':
      return because;
  }
}

const refusedBy = (offer: Offer): Matter | null => (offer.allowed ? null : offer.clause.matter);

function moneyMatter(before: AllowedOffer, after: AllowedOffer): Matter {
  if (before.fee.amount !== after.fee.amount) return 'fee';
  return before.wayBack.amount === after.wayBack.amount ? before.outcome : 'way_back';
}

function clauseOn(matter: Matter, offer: Offer): Clause | null {
  const clauses = offer.allowed ? offer.clauses : [offer.clause];
  return clauses.find((clause) => clause.matter === matter) ?? null;
}
