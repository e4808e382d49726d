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
  source: 'portal' | 'staff' | 'job';
  actor: string | null;
  at: Date;
}

/** Writes down what is meant, with the job that will do it, in the caller's transaction. A wish that is known already is the chain it was. */
export async function beginChain<Input>(tx: ShopTx, kind: { kind: string; read(input: Input): Input }, wish: NewChain<Input>): Promise<{ chainId: string; isNew: boolean }> {
  const { orderId, requestKey, source, actor, at } = wish;
  const id = randomUUID();
  const input = JSON.stringify(kind.read(wish.input));
  const made = await tx.$executeRaw`
    insert into chains (id, kind, order_id, request_key, step_key, input, source, actor, created_at, updated_at)
    values (${id}::uuid, ${kind.kind}, ${orderId}, ${requestKey}, ${randomUUID()}::uuid, ${input}::jsonb, ${source}, ${actor}, ${at}, ${at})
    on conflict (shop_id, request_key) do nothing`;
  if (made === 1) {
    await enqueue(tx, advanceChainJob, { chainId: id }, { key: jobKeyOf(id), runAt: at });
    return { chainId: id, isNew: true };
  }
  const known = await tx.chains.findFirstOrThrow({ where: { request_key: requestKey }, select: { id: true, kind: true, order_id: true } });
  if (known.kind !== kind.kind || known.order_id !== orderId) throw new Error(`The request ${requestKey} was used for something else.`);
  return { chainId: known.id, isNew: false };
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
