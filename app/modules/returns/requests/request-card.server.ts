import type { WayBackKind } from '#app/modules/labels/index.pure.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { sayBetter, sayDeadline, sayRefusal } from '../policy/text/say-offer.ts';
import { sayClause } from '../policy/text/say-rule.ts';
import { policyWords, type PolicyWords } from '../policy/text/words.ts';
import type { BestOffer } from '../policy/decision.ts';
import type { Outcome } from '../policy/matters.ts';
import { agreedOf } from './agreed-of.server.ts';
import { requestBehind } from './request-detail.server.ts';
import type { RequestView, Shown } from './request.ts';

/** What the card of a return shows of the wish it came from. */
export interface RequestCardView {
  returnId: string;
  createdAt: Date;
  withdrawnAt: Date | null;
  /** Asked by somebody who was given it. */
  gift: boolean;
  /** In which language its customer wrote. */
  locale: string;
  lines: RequestCardLine[];
  wayBack: WayBackKind;
  refundOn: RequestView['refundOn'];
  /** Of this return alone. */
  shown: Shown;
  /** Another return took the place of this one. */
  isReplaced: boolean;
  /** Other returns of the same wish. */
  others: { id: string; name: string }[];
}

export interface RequestCardLine {
  id: string;
  title: string;
  variantTitle: string | null;
  units: number;
  outcome: Outcome;
  /** What goes out instead, with its price for one. */
  exchange: { title: string; price: number } | null;
  reason: string;
  note: string;
  /** That an exception is asked for, and why; the words may be gone. */
  exception: string | null;
  answers: { question: string; answer: string }[];
  /** Names of its photos, by which they are asked for. */
  photos: string[];
  terms: Terms;
}

/** What the policy gave, in its own sentences. */
interface Terms {
  version: number;
  refusal: string | null;
  deadline: string | null;
  better: string | null;
  sentences: string[];
}

/** The wish that a return came from, with what it rests on in words; null for a return that was begun elsewhere. */
export async function requestCard(ctx: ShopContext, returnId: string, locale: string): Promise<RequestCardView | null> {
  const { request, agreed } = await ctx.tx(async (tx) => ({ request: await requestBehind(tx, returnId), agreed: await agreedOf(tx, returnId) }));
  if (!request) return null;
  const words = policyWords([locale], ctx.shop.currency);
  // One that another took the place of tells of all of it.
  const road = request.returns.find((row) => row.returnId === returnId)?.road ?? null;
  return {
    returnId,
    createdAt: request.createdAt,
    withdrawnAt: request.withdrawnAt,
    gift: request.source === 'gift',
    locale: request.locale,
    lines: request.lines.filter((line) => road === null || line.road === road).map((line) => cardLine(line, ctx.shop.ianaTimezone, words)),
    wayBack: request.wayBack.kind,
    refundOn: request.refundOn,
    shown: agreed?.shown ?? request.shown,
    isReplaced: road === null,
    others: request.returns.flatMap(({ returnId: id, name }) => (id === null || id === returnId || name === null ? [] : [{ id, name }])),
  };
}

function cardLine({ id, title, variantTitle, units, outcome, exchange, reason, note, exception, answers, photos, offer }: RequestView['lines'][number], zone: string, words: PolicyWords): RequestCardLine {
  const questions = offer.offer.allowed ? offer.offer.questions : [];
  return {
    id,
    title,
    variantTitle,
    units,
    outcome,
    exchange: exchange && { title: exchange.title, price: exchange.agreed.unitPrice },
    reason: reason.name,
    note,
    exception,
    answers: questions.flatMap((question, at) => (answers[at] ? [{ question, answer: answers[at] }] : [])),
    photos: photos.map((key) => key.split('/').at(-1) ?? ''),
    terms: termsOf(offer, zone, words),
  };
}

function termsOf(best: BestOffer, zone: string, words: PolicyWords): Terms {
  const { offer } = best;
  return {
    version: offer.version,
    refusal: offer.allowed ? null : sayRefusal(offer, zone, words),
    deadline: offer.allowed ? sayDeadline(offer, zone, words) : null,
    better: sayBetter(best, words),
    sentences: offer.allowed ? [...new Set(offer.clauses.map((clause) => sayClause(clause, words)))].filter(Boolean) : [],
  };
}
