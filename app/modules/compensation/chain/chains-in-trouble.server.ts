import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ChainProblem } from './chain.ts';
import { decisionsFor, type ChainDecision } from './decide-chain.server.ts';

/** A chain that waits for a person. */
export interface ChainInTrouble {
  id: string;
  kind: string;
  orderId: string;
  /** How many of its steps are done. */
  done: number;
  problem: ChainProblem;
  /** Shopify's words, or ours. */
  detail: string | null;
  since: Date;
  decisions: ChainDecision[];
}

const problems = new Set<string>(['changed', 'no_access', 'refused', 'silent', 'unclear'] satisfies ChainProblem[]);

/** What of a shop, or of one of its orders, waits for a person; the longest first. */
export async function chainsInTrouble(tx: ShopTx, orderId?: string): Promise<ChainInTrouble[]> {
  const rows = await tx.chains.findMany({ where: { state: 'attention', ...(orderId ? { order_id: orderId } : {}) }, orderBy: [{ updated_at: 'asc' }, { id: 'asc' }], take: 200 });
  return rows.flatMap((row) =>
    isProblem(row.problem)
      ? [{ id: row.id, kind: row.kind, orderId: row.order_id, done: row.step, problem: row.problem, detail: row.detail, since: row.updated_at, decisions: decisionsFor(row.phase === 'sent' ? 'sent' : 'ready') }]
      : [],
  );
}

function isProblem(word: string | null): word is ChainProblem {
  return word !== null && problems.has(word);
}
