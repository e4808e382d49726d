import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ChainState } from './chain.ts';

const states: readonly ChainState[] = ['attention', 'done', 'dropped', 'running'];

/** How these chains stand. */
export async function chainStates(tx: ShopTx, ids: readonly string[]): Promise<Map<string, ChainState>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.chains.findMany({ where: { id: { in: [...ids] } }, select: { id: true, state: true } });
  return new Map(rows.flatMap(({ id, state }) => states.filter((known) => known === state).map((known) => [id, known] as const)));
}
