import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { after, minute } from '#app/kernel/time.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cancelJob, enqueue } from '#app/platform/jobs/job.server.ts';
import type { ChainProblem, ChainState, StepResult } from './chain.ts';
import { advanceChainJob, jobKeyOf } from './jobs.ts';

/** Longer than any one request to Shopify can take with all its waiting, so that two processes never send the same step. */
const holdFor = 15 * minute;

const results = z.array(z.record(z.string(), z.string()));

/** A chain in the hands of one process. */
export interface HeldChain {
  id: string;
  kind: string;
  orderId: string;
  state: ChainState;
  step: number;
  phase: 'ready' | 'sent';
  stepKey: string;
  tries: number;
  firstSentAt: Date | null;
  sentAt: Date | null;
  input: unknown;
  results: StepResult[];
  heldBy: string;
}

type Row = NonNullable<Awaited<ReturnType<ShopTx['chains']['findFirst']>>>;

const problems = z.enum(['changed', 'no_access', 'refused', 'silent', 'unclear']);
const states = z.enum(['attention', 'done', 'dropped', 'running']);

/** Takes a running chain that nobody works on. Should this process die, a job comes for the chain when the hold ends. */
export async function hold(tx: ShopTx, chainId: string, now: Date): Promise<HeldChain | ChainState> {
  const until = after(now, holdFor);
  const [row] = await tx.chains.updateManyAndReturn({
    where: { id: chainId, state: 'running', OR: [{ held_until: null }, { held_until: { lte: now } }] },
    data: { held_by: randomUUID(), held_until: until, updated_at: now },
  });
  if (row) {
    await enqueue(tx, advanceChainJob, { chainId }, { key: jobKeyOf(chainId), runAt: until });
    return heldChain(row);
  }
  const busy = await tx.chains.findFirst({ where: { id: chainId }, select: { state: true, held_until: true } });
  if (busy?.state === 'running') await enqueue(tx, advanceChainJob, { chainId }, { key: jobKeyOf(chainId), runAt: busy.held_until ?? now });
  return busy ? states.parse(busy.state) : 'dropped';
}

/** Written before a step is sent; from then on it may have happened. */
export function markSent(tx: ShopTx, chain: HeldChain, now: Date): Promise<HeldChain> {
  return change(tx, chain, { phase: 'sent', sent_at: now, first_sent_at: chain.firstSentAt ?? now, tries: chain.tries + 1, held_until: after(now, holdFor), updated_at: now });
}

/** A look found that the step did not happen: it may be sent again, under the same key. */
export function markUnsent(tx: ShopTx, chain: HeldChain, now: Date): Promise<HeldChain> {
  return change(tx, chain, { phase: 'ready', updated_at: now });
}

/** Counts a look that came to nothing. */
export function countTry(tx: ShopTx, chain: HeldChain, now: Date): Promise<HeldChain> {
  return change(tx, chain, { tries: chain.tries + 1, updated_at: now });
}

/** A step happened: the next one is due, or the chain is done. */
export async function markDone(tx: ShopTx, chain: HeldChain, result: StepResult, { isLast, now }: { isLast: boolean; now: Date }): Promise<HeldChain> {
  const moved = await change(tx, chain, {
    phase: 'ready',
    state: isLast ? 'done' : 'running',
    step: chain.step + 1,
    step_key: randomUUID(),
    tries: 0,
    first_sent_at: null,
    sent_at: null,
    results: [...chain.results, result].map((row) => ({ ...row })),
    ...(isLast ? { held_by: null, held_until: null } : {}),
    updated_at: now,
  });
  // The chain before its job, as everywhere here: two who took them the other way round would each hold what the other waits for.
  if (isLast) await cancelJob(tx, jobKeyOf(chain.id));
  return moved;
}

/** Nothing more happens before a person has decided. */
export async function park(tx: ShopTx, chain: HeldChain, trouble: { problem: ChainProblem; detail: string; phase: 'ready' | 'sent'; now: Date }): Promise<HeldChain> {
  const { problem, detail, phase, now } = trouble;
  const parked = await change(tx, chain, { state: 'attention', problem, detail: detail.slice(0, 1_000), phase, held_by: null, held_until: null, updated_at: now });
  await cancelJob(tx, jobKeyOf(chain.id));
  await append(tx, [
    { type: 'compensation.stuck', happenedAt: now, orderId: chain.orderId, source: 'app', data: { chainId: chain.id, kind: chain.kind, problem }, dedupeKey: `compensation.stuck:${chain.id}:${now.toISOString()}` },
  ]);
  return parked;
}

/** Leaves a running chain for a job that comes back to it. */
export async function letGo(tx: ShopTx, chain: HeldChain, { comeBackAt, now, phase = chain.phase }: { comeBackAt: Date; now: Date; phase?: 'ready' | 'sent' }): Promise<void> {
  await change(tx, chain, { held_by: null, held_until: null, phase, updated_at: now });
  await enqueue(tx, advanceChainJob, { chainId: chain.id }, { key: jobKeyOf(chain.id), runAt: comeBackAt });
}

/** Takes a chain that waits for a person, who has decided. */
export async function takeOver(tx: ShopTx, chainId: string): Promise<{ chain: HeldChain; problem: ChainProblem; detail: string } | 'decided' | null> {
  const waiting = await tx.chains.findFirst({ where: { id: chainId }, select: { state: true, problem: true, detail: true } });
  if (!waiting) return null;
  if (waiting.state !== 'attention') return 'decided';
  const [row] = await tx.chains.updateManyAndReturn({ where: { id: chainId, state: 'attention' }, data: { state: 'running', problem: null, detail: null, held_by: randomUUID() } });
  return row ? { chain: heldChain(row), problem: problems.parse(waiting.problem), detail: waiting.detail ?? '' } : 'decided';
}

/** Starts a step anew. Shopify answers a key that it refused with the same refusal for good, so that one gets another. */
export async function tryAgain(tx: ShopTx, chain: HeldChain, { wasRefused, now }: { wasRefused: boolean; now: Date }): Promise<void> {
  await letGo(tx, await change(tx, chain, { tries: 0, ...(wasRefused ? { step_key: randomUUID(), first_sent_at: null } : {}) }), { comeBackAt: now, now });
}

/** It is not to be done any more. */
export async function giveUp(tx: ShopTx, chain: HeldChain, now: Date): Promise<void> {
  await change(tx, chain, { state: 'dropped', held_by: null, held_until: null, updated_at: now });
}

type Changes = NonNullable<Parameters<ShopTx['chains']['updateManyAndReturn']>[0]>['data'];

/** Only for whoever still holds it: what another process has taken over is its own. */
async function change(tx: ShopTx, chain: HeldChain, data: Changes): Promise<HeldChain> {
  const [row] = await tx.chains.updateManyAndReturn({ where: { id: chain.id, held_by: chain.heldBy, state: 'running' }, data });
  if (!row) throw new HoldLost(chain.id);
  return heldChain({ ...row, held_by: chain.heldBy });
}

/** Another process has the chain now. */
export class HoldLost extends Error {
  constructor(chainId: string) {
    super(`Chain ${chainId} is in other hands.`);
    this.name = 'HoldLost';
  }
}

function heldChain(row: Row): HeldChain {
  return {
    id: row.id,
    kind: row.kind,
    orderId: row.order_id,
    state: states.parse(row.state),
    step: row.step,
    phase: row.phase === 'sent' ? 'sent' : 'ready',
    stepKey: row.step_key,
    tries: row.tries,
    firstSentAt: row.first_sent_at,
    sentAt: row.sent_at,
    input: row.input,
    results: results.parse(row.results),
    heldBy: row.held_by ?? '',
  };
}
