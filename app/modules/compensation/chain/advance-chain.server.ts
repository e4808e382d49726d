import { after } from '#app/kernel/time.ts';
import { AdminApiError, ShopAccessLost, UserErrors } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { NotSent, placeOf, settleAfter, Unclear, type AnyChain, type ChainState, type Step, type StepResult } from './chain.ts';
import { countTry, hold, HoldLost, letGo, markDone, markSent, markUnsent, park, type HeldChain } from './chain-store.server.ts';

const mostTries = 5;

/**
 * Takes a chain as far as it goes: each step is written down, sent, and recorded; one that may have happened is looked for before it is
 * sent again. Ends done, waiting for a person, or running with a job that comes back. May be called by anybody, at any time, at once.
 */
export async function advanceChain(ctx: ShopContext, kinds: readonly AnyChain[], chainId: string): Promise<ChainState> {
  const held = await ctx.tx((tx) => hold(tx, chainId, ctx.clock.now()));
  if (typeof held === 'string') return held;
  const kind = kinds.find((candidate) => candidate.kind === held.kind);
  if (!kind) throw new Error(`There are no chains of the kind ${held.kind}.`);
  try {
    let chain = held;
    while (chain.state === 'running') {
      const step = kind.steps[chain.step];
      if (!step) throw new Error(`A chain of ${kind.kind} has no step ${chain.step}.`);
      const work: Work = { ctx, chain, step, isLast: chain.step === kind.steps.length - 1 };
      const moved = chain.phase === 'sent' ? await lookBack(work) : await send(work);
      if (!moved) return 'running';
      chain = moved;
    }
    return chain.state;
  } catch (error) {
    if (!(error instanceof HoldLost)) throw error;
    ctx.log.warn({ chain: chainId }, error.message);
    return 'running';
  }
}

interface Work {
  ctx: ShopContext;
  chain: HeldChain;
  step: Step<unknown>;
  isLast: boolean;
}

async function send(work: Work): Promise<HeldChain | null> {
  const { ctx, step } = work;
  const chain = await ctx.tx((tx) => markSent(tx, work.chain, ctx.clock.now()));
  const sent = { ...work, chain };
  let result: StepResult;
  try {
    result = await step.act(ctx, placeOf(chain));
  } catch (error) {
    const now = ctx.clock.now();
    if (error instanceof UserErrors || isForbidden(error)) return ctx.tx((tx) => park(tx, chain, { problem: 'refused', detail: error.message, phase: 'ready', now }));
    if (error instanceof ShopAccessLost) return ctx.tx((tx) => park(tx, chain, { problem: 'no_access', detail: error.message, phase: 'ready', now }));
    if (error instanceof NotSent) return ctx.tx((tx) => park(tx, chain, { problem: 'changed', detail: error.message, phase: 'ready', now }));
    ctx.log.warn({ chain: chain.id, step: step.name, error }, 'a step of a chain has no known outcome');
    const wasThrottled = error instanceof AdminApiError && error.has('THROTTLED');
    await ctx.tx((tx) => letGo(tx, chain, { comeBackAt: after(now, settleAfter), now, phase: wasThrottled ? 'ready' : 'sent' }));
    return null;
  }
  return record(sent, result);
}

/** A step that was sent and not recorded: it is looked for, but not before Shopify can be done with it. */
async function lookBack(work: Work): Promise<HeldChain | null> {
  const { ctx, chain, step } = work;
  const now = ctx.clock.now();
  const quietFrom = after(chain.sentAt ?? now, settleAfter);
  if (now < quietFrom) {
    await ctx.tx((tx) => letGo(tx, chain, { comeBackAt: quietFrom, now }));
    return null;
  }
  let found: StepResult | null;
  try {
    found = await step.look(ctx, placeOf(chain));
  } catch (error) {
    return notSeen(work, error);
  }
  if (found) return record(work, found);
  if (chain.tries >= mostTries) return ctx.tx((tx) => park(tx, chain, { problem: 'silent', detail: `${step.name}: sent ${chain.tries} times, and not done.`, phase: 'ready', now }));
  return ctx.tx((tx) => markUnsent(tx, chain, now));
}

async function notSeen({ ctx, chain, step }: Work, error: unknown): Promise<HeldChain | null> {
  const now = ctx.clock.now();
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Unclear) return ctx.tx((tx) => park(tx, chain, { problem: 'unclear', detail, phase: 'sent', now }));
  if (error instanceof ShopAccessLost) return ctx.tx((tx) => park(tx, chain, { problem: 'no_access', detail, phase: 'sent', now }));
  if (chain.tries >= mostTries) return ctx.tx((tx) => park(tx, chain, { problem: 'silent', detail, phase: 'sent', now }));
  ctx.log.warn({ chain: chain.id, step: step.name, error }, 'a step of a chain could not be looked for');
  await ctx.tx(async (tx) => letGo(tx, await countTry(tx, chain, now), { comeBackAt: after(now, settleAfter * 2 ** chain.tries), now }));
  return null;
}

function record({ ctx, chain, step, isLast }: Work, result: StepResult): Promise<HeldChain> {
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => {
    const moved = await markDone(tx, chain, result, { isLast, now });
    await step.confirm?.(tx, placeOf(chain), result, now);
    return moved;
  });
}

/** Shopify did not let the app do it at all. */
function isForbidden(error: unknown): error is AdminApiError {
  return error instanceof AdminApiError && error.problems.length > 0 && error.problems.every(({ code }) => code === 'ACCESS_DENIED');
}
