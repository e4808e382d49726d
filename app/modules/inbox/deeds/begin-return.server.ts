import type { Shown } from '#app/modules/returns/index.pure.ts';
import { requestDetail, submitRequest, type Problem } from '#app/modules/returns/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ChosenLine, TypedOfLine } from './chosen-line.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { returnOffered } from './return-offered.server.ts';
import { returnSentence } from './return-sentence.server.ts';
import { localeOf } from './sentences.server.ts';
import type { OrderClick } from './tag-order.server.ts';
import { tellDeed } from './told-in-ticket.server.ts';
import { readWay, wishOf } from './wished-return.ts';

/** A return as somebody clicked it, with what they saw it means. */
export interface ReturnClicked extends OrderClick {
  lines: readonly ChosenLine[];
  typed: readonly TypedOfLine[];
  way: string;
  shown: Shown;
  trackingUrl(orderId: string): string;
}

/** What whoever clicked can mend by typing; everything else has changed since it was shown. */
const typable: readonly Problem['problem'][] = ['answers_missing', 'note_missing', 'note_too_long', 'refused'];

/** Begins a return for a customer, by the shop's own policy and once a click; what the policy refuses is asked for as an exception. The ticket tells of it with the wish, or not at all. */
export async function beginReturn(ctx: ShopContext, { ticketId, orderId, key, by, lines, typed, way, shown, trackingUrl }: ReturnClicked): Promise<DeedAnswer> {
  const { may, isKnown, locale } = await ctx.tx(async (tx) => ({
    may: await mayStaff(tx, by, 'approve'),
    isKnown: (await tx.return_requests.count({ where: { request_key: key } })) > 0,
    locale: await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }),
  }));
  if (!may) return { is: 'forbidden' };
  // A second click is the first, whatever is left by then.
  const offered = isKnown ? null : await returnOffered(ctx, { orderId, lines, locale });
  if (!isKnown && !offered?.ways.some(({ value }) => value === way)) return { is: 'moved' };
  const refusedFor = ({ lineId, outcome }: ChosenLine) => offered?.outcomesOf.get(lineId)?.some((each) => each.outcome === outcome && each.refusal !== null) ?? false;
  const asException = new Set(lines.filter(refusedFor).map(({ lineId }) => lineId));
  const wish = wishOf(lines, (lineId) => {
    const { note = '', answers = [], exception = '' } = typed.find((row) => row.lineId === lineId) ?? {};
    return { note, answers, exception: asException.has(lineId) ? exception : '' };
  });
  if (!wish) return { is: 'invalid', fields: ['lines'] };
  const submitted = await submitRequest(ctx, {
    orderId, lines: wish, wayBack: readWay(way), shown, requestKey: key, locale, source: 'staff', actor: by,
    alongside: (tx, requestId) => tellDeed(tx, { ticketId, act: 'return', orderId, actor: by, key, ref: requestId }, ctx.clock.now()),
  });
  switch (submitted.is) {
    case 'made':
      return { is: 'done', sentence: await sentenceOf(submitted.requestId) };
    case 'making':
      return { is: (await isStuck(submitted.requestId)) ? 'attention' : 'running' };
    case 'moved':
      return { is: 'moved' };
    case 'different':
      return { is: 'refused', message: null };
    case 'refused': {
      const fields = submitted.problems.flatMap(({ problem }) => (typable.includes(problem) ? [problem] : []));
      return fields.length > 0 ? { is: 'invalid', fields } : { is: 'moved' };
    }
  }

  async function sentenceOf(requestId: string): Promise<string> {
    const { lines: begun } = await requestDetail(ctx, requestId);
    const { approval } = await ctx.tx((tx) => tx.return_requests.findFirstOrThrow({ where: { id: requestId }, select: { approval: true } }));
    return returnSentence(ctx, { ticketId, orderId, lines: begun, waits: approval === 'person', trackingUrl });
  }

  function isStuck(requestId: string): Promise<boolean> {
    return ctx.tx(async (tx) => {
      const parts = await tx.return_request_parts.findMany({ where: { request_id: requestId, chain_id: { not: null } }, select: { chain_id: true } });
      return (await tx.chains.count({ where: { id: { in: parts.flatMap(({ chain_id }) => chain_id ?? []) }, state: 'attention' } })) > 0;
    });
  }
}
