import { notFound } from '#app/kernel/errors.ts';
import { after, minute } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import { AdminApiError, OutcomeUnknown, UserErrors } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { actRules, actsOn, type ActAnswer } from './acts.ts';
import { askShopify, type ActInput } from './ask-shopify.server.ts';
import { readReturnsOf } from './read-returns.server.ts';
import { approveExchange, type ExchangeApproved } from './requests/approve-exchange.server.ts';
import { returnViews } from './return-views.server.ts';
import { wantReturns } from './want-returns.server.ts';

/** An act that was not heard of for so long lost its process; what came of it is found by reading. */
const lostAfter = 2 * minute;

interface Asked {
  returnId: string;
  /** Of the form: a second click is the same act. */
  key: string;
  input: ActInput;
  /** The person of the shop; null: the app by itself, which needs nobody's leave. */
  by: string | null;
}

/**
 * Does something to a return at Shopify: the intent is kept, Shopify is asked once, what came of it is kept, and the return is read. Where no
 * answer came it is looked at, and never asked again by itself.
 */
export async function actOnReturn(ctx: ShopContext, asked: Asked): Promise<ActAnswer> {
  const begun = await ctx.tx((tx) => begin(tx, asked, ctx.clock.now()));
  if ('answer' in begun) return begun.answer;
  const { act } = asked.input;
  if (act === 'approve') {
    const exchanged = await approveExchange(ctx, asked.returnId, asked.by);
    if (exchanged) return answerOf(ctx, asked, begun.orderId, exchanged);
  }
  const done = { type: actRules[act].step, staff: asked.by };
  try {
    await askShopify(ctx, asked.returnId, asked.input);
  } catch (error) {
    if (error instanceof UserErrors) {
      const [first] = error.errors;
      // Somebody else may have been there before us.
      await look(ctx, begun.orderId, null);
      await settle(ctx, asked, 'refused', error.message);
      if (await stands(ctx, asked)) return { is: 'already', act };
      return { is: 'refused', code: first?.code ?? null, message: first?.message ?? '' };
    }
    if (!(error instanceof OutcomeUnknown)) {
      await settle(ctx, asked, 'failed', error instanceof Error ? error.message : null);
      if (!(error instanceof AdminApiError)) throw error;
      ctx.log.warn({ error, returnId: asked.returnId, act }, 'a return could not be acted on');
      return { is: 'failed' };
    }
    await look(ctx, begun.orderId, done);
    const happened = await stands(ctx, asked);
    await settle(ctx, asked, happened ? 'done' : 'unclear', null);
    return happened ? { is: 'done', act } : { is: 'unclear' };
  }
  // Until it is seen here, whoever acts next would act on what is no longer so.
  await look(ctx, begun.orderId, done);
  await settle(ctx, asked, 'done', null);
  return { is: 'done', act };
}

/** Keeps the intent, unless the person may not, the return has moved on or somebody is at it: one row lock decides between two tabs. */
async function begin(tx: ShopTx, { returnId, key, input: { act }, by }: Asked, now: Date): Promise<{ orderId: string } | { answer: ActAnswer }> {
  await tx.$queryRaw(sql`select id from returns where id = ${returnId} for update`);
  const [view] = await returnViews(tx, { id: returnId });
  if (!view) throw notFound('return');
  if (by !== null && !(await mayStaff(tx, by, 'approve'))) return { answer: { is: 'forbidden' } };
  const before = await tx.return_acts.findFirst({ where: { id: key } });
  if (before) return { answer: before.state === 'done' ? { is: 'done', act } : before.state === 'intended' ? { is: 'underway' } : { is: 'unclear' } };
  const another = await tx.return_acts.count({ where: { return_id: returnId, state: 'intended', begun_at: { gt: after(now, -lostAfter) } } });
  if (another > 0) return { answer: { is: 'underway' } };
  if (view.status === actRules[act].to) return { answer: { is: 'already', act } };
  if (!actsOn(view).includes(act)) return { answer: { is: 'moved' } };
  await tx.return_acts.updateMany({ where: { return_id: returnId, state: 'intended' }, data: { state: 'unclear', settled_at: now } });
  await tx.return_acts.create({ data: { id: key, return_id: returnId, act, done_by: by, begun_at: now } });
  return { orderId: view.orderId };
}

/** A return with an exchange is approved in steps, which go on by themselves or wait for a person. */
async function answerOf(ctx: ShopContext, asked: Asked, orderId: string, exchanged: ExchangeApproved): Promise<ActAnswer> {
  await look(ctx, orderId, null);
  if (exchanged.is === 'stuck') {
    await settle(ctx, asked, 'refused', exchanged.detail);
    return { is: 'refused', code: null, message: exchanged.detail };
  }
  await settle(ctx, asked, exchanged.is === 'done' ? 'done' : 'unclear', null);
  return exchanged.is === 'done' ? { is: 'done', act: asked.input.act } : { is: 'unclear' };
}

function settle(ctx: ShopContext, { key }: Asked, state: 'done' | 'refused' | 'unclear' | 'failed', refusal: string | null): Promise<unknown> {
  return ctx.tx((tx) => tx.return_acts.updateMany({ where: { id: key }, data: { state, refusal, settled_at: ctx.clock.now() } }));
}

/** Reads the return as it stands now; where that fails, a job does it. What was done stays done. */
async function look(ctx: ShopContext, orderId: string, done: Parameters<typeof readReturnsOf>[2]): Promise<void> {
  try {
    await readReturnsOf(ctx, orderId, done);
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'a return was not read after it was acted on');
    await ctx.tx((tx) => wantReturns(tx, [orderId], ctx.clock.now()));
  }
}

/** True where the return stands as the act would have it. */
async function stands(ctx: ShopContext, { returnId, input }: Asked): Promise<boolean> {
  const row: { status: string } | null = await ctx.tx((tx) => tx.returns.findFirst({ where: { id: returnId }, select: { status: true } }));
  return row?.status === actRules[input.act].to;
}
