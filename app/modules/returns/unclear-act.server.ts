import type { ShopTx } from '#app/platform/db/database.server.ts';
import { acts, actRules, type Act } from './acts.ts';

/** Something that was tried and that nobody knows the outcome of. */
export interface UnclearAct {
  act: Act;
  at: Date;
}

/** What was tried last on a return where Shopify did not answer, until it is seen to have happened or something else was done since. */
export async function unclearAct(tx: ShopTx, { id, status }: { id: string; status: string }): Promise<UnclearAct | null> {
  const last: { act: string; state: string; begun_at: Date } | null = await tx.return_acts.findFirst({
    where: { return_id: id, state: { in: ['done', 'unclear'] } },
    orderBy: { begun_at: 'desc' },
    select: { act: true, state: true, begun_at: true },
  });
  const act = acts.find((known) => known === last?.act);
  if (last?.state !== 'unclear' || !act || actRules[act].from !== status) return null;
  return { act, at: last.begun_at };
}
