import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { release } from '../settle.server.ts';
import { placeOf, type AnyChain } from './chain.ts';
import { giveUp, letGo, markDone, park, takeOver, tryAgain, type HeldChain } from './chain-store.server.ts';

/**
 * What a person can decide about a chain that waits for them. `again`: try again, or look again where it may have happened. `done` and
 * `not_done`: they looked in Shopify's admin themselves. `drop`: it is not to be done; only where it is known that nothing is under way.
 */
export type ChainDecision = 'again' | 'done' | 'drop' | 'not_done';

/** The decisions that are open, by whether the step may have happened. */
export function decisionsFor(phase: 'ready' | 'sent'): ChainDecision[] {
  return phase === 'sent' ? ['again', 'done', 'not_done'] : ['again', 'drop'];
}

/** Carries out what a person decided; refused where it was decided already, or is not theirs to decide. */
export async function decideChain({ tx: run, clock }: ShopContext, kinds: readonly AnyChain[], chainId: string, decision: ChainDecision): Promise<void> {
  await run(async (tx) => {
    const now = clock.now();
    const waiting = await takeOver(tx, chainId);
    if (!waiting) throw notFound('chain');
    if (waiting === 'decided' || !decisionsFor(waiting.chain.phase).includes(decision)) throw new ExpectedError('decided', 409, 'This was decided already, or has gone on since.');
    const { chain, problem, detail } = waiting;
    switch (decision) {
      case 'again':
        return tryAgain(tx, chain, { wasRefused: problem === 'refused', now });
      case 'done':
        return takeAsDone(tx, kinds, chain, now);
      case 'not_done':
        return void (await park(tx, chain, { problem, detail, phase: 'ready', now }));
      case 'drop':
        await giveUp(tx, chain, now);
        return release(tx, chainId, now);
    }
  });
}

async function takeAsDone(tx: ShopTx, kinds: readonly AnyChain[], chain: HeldChain, now: Date): Promise<void> {
  const steps = kinds.find(({ kind }) => kind === chain.kind)?.steps ?? [];
  const step = steps[chain.step];
  if (!step) throw new Error(`A chain of ${chain.kind} has no step ${chain.step}.`);
  const isLast = chain.step === steps.length - 1;
  const moved = await markDone(tx, chain, {}, { isLast, now });
  await step.confirm?.(tx, placeOf(chain), {}, now);
  if (!isLast) await letGo(tx, moved, { comeBackAt: now, now });
}
