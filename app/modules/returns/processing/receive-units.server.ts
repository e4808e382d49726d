import { randomUUID } from 'node:crypto';
import { gid } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { beginChain, chainOfRequest } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { allot, type Allotted } from './allot.ts';
import type { WorkAnswer } from './answers.ts';
import { disposeChain } from './dispose-chain.server.ts';
import type { FoundUnits } from './finding.ts';
import { goOn } from './go-on.server.ts';
import { readReverseWork, type ReverseLine } from './reverse-work.server.ts';
import { settleByItself } from './settle-by-itself.server.ts';

interface Received {
  returnId: string;
  /** Of the form: a second click is the same work. */
  key: string;
  rows: readonly FoundUnits[];
  by: string | null;
}

/** Keeps what somebody found when they looked at units that came back, and tells Shopify what became of them: once, whatever is clicked twice. */
export async function receiveUnits(ctx: ShopContext, received: Received): Promise<WorkAnswer> {
  const { returnId, key, rows } = received;
  const { orderId, known } = await ctx.tx(async (tx) => ({ orderId: await orderOf(tx, returnId), known: await chainOfRequest(tx, `${key}:0`) }));
  if (known) return goOn(ctx, orderId, [known]);
  const work = await readReverseWork(ctx.admin, returnId);
  const allotted = work?.open ? allot(rows, work.lines) : null;
  if (!work || !allotted) return { is: 'moved', now: null };
  const begun = await ctx.tx((tx) => begin(tx, ctx, { ...received, orderId, allotted, lines: work.lines })).catch(orBusy);
  return begun === 'busy' ? { is: 'busy' } : giveWhatIsDue(ctx, orderId, await goOn(ctx, orderId, begun));
}

/** What is given by itself is given before whoever received it is answered: their page shows how it stands. What fails here is done by its job. */
async function giveWhatIsDue(ctx: ShopContext, orderId: string, answer: WorkAnswer): Promise<WorkAnswer> {
  if (answer.is !== 'done') return answer;
  try {
    await settleByItself(ctx, { orderId });
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'what was agreed was not given right after it was received');
  }
  return answer;
}

async function orderOf(tx: ShopTx, returnId: string): Promise<string> {
  const row: { order_id: string } | null = await tx.returns.findFirst({ where: { id: returnId }, select: { order_id: true } });
  if (!row) throw notFound('return');
  return row.order_id;
}

interface Beginning extends Received {
  orderId: string;
  allotted: readonly Allotted[];
  lines: readonly ReverseLine[];
}

/** Shopify takes what was found of one reverse fulfillment order at a time: each is a chain of its own. */
async function begin(tx: ShopTx, { clock }: ShopContext, { returnId, orderId, key, allotted, lines, by }: Beginning): Promise<string[]> {
  const at = clock.now();
  const chainIds: string[] = [];
  for (const [place, workId] of [...new Set(allotted.map((row) => row.workId))].entries()) {
    const own = allotted.filter((row) => row.workId === workId);
    const input = {
      returnId,
      rows: own.map((row) => ({ reverseLineId: row.reverseLineId, quantity: row.quantity, type: row.disposition, locationId: row.locationId && gid('Location', row.locationId) })),
      before: Object.fromEntries(lines.filter(({ id }) => own.some((row) => row.reverseLineId === id)).map(({ id, disposed }) => [id, disposed])),
    };
    const { is, chainId } = await beginChain(tx, disposeChain, { orderId, input, requestKey: `${key}:${place}`, subject: workId, source: 'staff', actor: by, at });
    if (is === 'busy') throw new Busy();
    chainIds.push(chainId);
    if (is === 'known') continue;
    await tx.return_inspections.createMany({
      data: own.map((row) => ({
        id: randomUUID(),
        return_id: returnId,
        return_line_id: row.lineId,
        chain_id: chainId,
        quantity: row.quantity,
        finding: row.finding,
        grade: row.grade,
        disposition: row.disposition.toLowerCase(),
        location_id: row.locationId,
        accepted: row.accepted,
        refusal: row.refusal,
        note: row.note,
        inspected_by: by,
        inspected_at: at,
      })),
    });
  }
  return chainIds;
}

/** Takes back all that this transaction wrote. */
class Busy extends Error {}

function orBusy(error: unknown): 'busy' {
  if (error instanceof Busy) return 'busy';
  throw error;
}
