import { chainStates } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { isNextStep } from '../next-step.ts';
import type { KeptRequest } from './kept-request.server.ts';
import type { PartStanding } from './request-state.ts';

/** How the parts of these requests stand, by part. */
export async function standings(tx: ShopTx, requests: readonly KeptRequest[]): Promise<Map<string, PartStanding>> {
  const parts = requests.flatMap(({ parts: own, withdrawnAt }) => own.map((part) => ({ ...part, isWithdrawn: withdrawnAt !== null })));
  if (parts.length === 0) return new Map();
  const chains = await chainStates(tx, parts.flatMap(({ chainId }) => chainId ?? []));
  const returns = await tx.returns.findMany({ where: { id: { in: parts.flatMap(({ returnId }) => returnId ?? []) } }, select: { id: true, status: true, next_step: true } });
  return new Map(
    parts.map(({ id, road, returnId, chainId, isWithdrawn }) => {
      const row = returns.find((found) => found.id === returnId);
      const mirrored = row ? { status: row.status, next: isNextStep(row.next_step) ? row.next_step : ('done' as const) } : null;
      return [id, { road, returnId, mirrored, chain: chainId === null ? null : (chains.get(chainId) ?? null), isWithdrawn }];
    }),
  );
}
