import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readPolicy, type PolicyProblem } from '../policy-schema.ts';
import { addDraft, dropDrafts, newestDraft } from './policy-store.server.ts';

interface Change {
  /** The newest revision its writer saw; 0 where there was no draft. */
  after: number;
  by: string | null;
}

/** Keeps an edited policy as the draft's next step, or says what is wrong with it and keeps nothing. Nothing of it counts for customers yet. */
export async function saveDraft(ctx: ShopContext, edited: unknown, { after, by }: Change): Promise<{ saved: number } | { problems: PolicyProblem[] }> {
  const read = readPolicy(edited);
  if ('problems' in read) return read;
  const { policy } = read;
  return ctx.tx(async (tx) => {
    const isNewest = ((await newestDraft(tx))?.revision ?? 0) === after;
    const saved = isNewest ? await addDraft(tx, { after, policy, madeAt: ctx.clock.now(), madeBy: by }) : null;
    if (saved === null) throw changedMeanwhile();
    return { saved };
  });
}

/** Takes the draft's newest step back, which leaves the one before it. */
export async function undoDraft(ctx: ShopContext, { after }: Pick<Change, 'after'>): Promise<void> {
  await ctx.tx(async (tx) => {
    const newest = await newestDraft(tx);
    if (newest?.revision !== after || (await dropDrafts(tx, { revision: after })) === 0) throw changedMeanwhile();
  });
}

/** Throws away every step of the draft, which leaves what is published. */
export async function discardDraft(ctx: ShopContext, { after }: Pick<Change, 'after'>): Promise<void> {
  await ctx.tx(async (tx) => {
    if ((await newestDraft(tx))?.revision !== after) throw changedMeanwhile();
    await dropDrafts(tx);
  });
}

/** What the later of two people is told. */
export function changedMeanwhile(): ExpectedError {
  return new ExpectedError('conflict', 409, 'The return policy was changed by someone else.');
}
