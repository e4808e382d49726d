import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cancelJob, enqueue } from '#app/platform/jobs/job.server.ts';
import { advanceChainJob, jobKeyOf } from './jobs.ts';

/** What is to be done, and for whom. */
export interface NewChain<Input> {
  orderId: string;
  input: Input;
  /** The wish it comes from: a form, a job. The same wish is one chain. */
  requestKey: string;
  /** What it is done to, where that may be done once at a time. */
  subject?: string;
  source: 'portal' | 'staff' | 'job';
  actor: string | null;
  at: Date;
}

/** What became of a wish. `busy`: another one for the same subject is open, and must be done or decided first. */
export type BegunChain = { is: 'busy' | 'known' | 'new'; chainId: string };

/** Writes down what is meant, with the job that will do it, in the caller's transaction. A wish that is known already is the chain it was. */
export async function beginChain<Input>(tx: ShopTx, kind: { kind: string; read(input: Input): Input }, wish: NewChain<Input>): Promise<BegunChain> {
  const { orderId, requestKey, subject = null, source, actor, at } = wish;
  const id = randomUUID();
  const input = JSON.stringify(kind.read(wish.input));
  const made = await tx.$executeRaw`
    insert into chains (id, kind, order_id, request_key, subject, step_key, input, source, actor, created_at, updated_at)
    values (${id}::uuid, ${kind.kind}, ${orderId}, ${requestKey}, ${subject}, ${randomUUID()}::uuid, ${input}::jsonb, ${source}, ${actor}, ${at}, ${at})
    on conflict do nothing`;
  if (made === 1) {
    await enqueue(tx, advanceChainJob, { chainId: id }, { key: jobKeyOf(id), runAt: at });
    return { is: 'new', chainId: id };
  }
  const known = await tx.chains.findFirst({ where: { request_key: requestKey }, select: { id: true, kind: true, order_id: true } });
  if (known && (known.kind !== kind.kind || known.order_id !== orderId)) throw new Error(`The request ${requestKey} was used for something else.`);
  if (known) return { is: 'known', chainId: known.id };
  const open = await tx.chains.findFirstOrThrow({ where: { kind: kind.kind, subject, state: { in: ['running', 'attention'] } }, select: { id: true } });
  return { is: 'busy', chainId: open.id };
}

/** The chain that a wish became, where it was heard before. */
export async function chainOfRequest(tx: ShopTx, requestKey: string): Promise<string | null> {
  const known = await tx.chains.findFirst({ where: { request_key: requestKey }, select: { id: true } });
  return known?.id ?? null;
}

/** Takes back a chain that was begun in this very transaction. */
export async function unmakeChain(tx: ShopTx, chainId: string): Promise<void> {
  await cancelJob(tx, jobKeyOf(chainId));
  await tx.chains.deleteMany({ where: { id: chainId, state: 'running', phase: 'ready', step: 0, tries: 0 } });
}
