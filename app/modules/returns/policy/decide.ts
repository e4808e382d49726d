import type { Case } from './applies.ts';
import { betterOffer } from './better-offer.ts';
import type { Decision } from './decision.ts';
import { offersUnder } from './offers-under.ts';
import type { PolicyVersions } from './policy.ts';
import { versionFor } from './version-for.ts';

/**
 * What a customer may choose for a line, and what says so. An order keeps the version that was published when it was
 * bought; outcome by outcome the customer gets the whole offer of that version or of today's, whichever is better.
 */
export function decide(versions: PolicyVersions, about: Case, now: Date): Decision {
  const own = versionFor(versions, about.order.boughtAt);
  const today = versionFor(versions, now);
  const then = offersUnder(own, about, now);
  const current = today.version === own.version ? then : offersUnder(today, about, now);
  const unsure = [...then.refund.unsure, ...current.refund.unsure];
  return {
    versions: { order: own.version, today: today.version },
    offers: {
      refund: betterOffer(then.refund, current.refund),
      store_credit: betterOffer(then.store_credit, current.store_credit),
      exchange: betterOffer(then.exchange, current.exchange),
      other_product: betterOffer(then.other_product, current.other_product),
      keep: betterOffer(then.keep, current.keep),
      warranty: betterOffer(then.warranty, current.warranty),
    },
    dependsOnReason: unsure.some(({ traits }) => traits.includes('reason')),
  };
}
