import { sql } from '#app/platform/db/database.server.ts';
import type { Message } from '../store.server.ts';
import { optedOut } from './opted-out.server.ts';
import { orderState } from './order-state.server.ts';
import { overtaken } from './overtaken.server.ts';
import { pause } from './pause.server.ts';
import { quietHours } from './quiet-hours.server.ts';
import { stillTrue, type TruthCheck } from './still-true.server.ts';
import { suppressed } from './suppressed.server.ts';
import type { Hearing, Rule, Verdict } from './verdict.ts';

/** Rules for what nobody asked for, in the order in which their reasons weigh: what is never to leave is not kept waiting. */
const unasked = (checks: readonly TruthCheck[]): readonly Rule[] => [overtaken, suppressed, optedOut, orderState, stillTrue(checks), quietHours, pause];

/**
 * Whether a message whose turn it is may leave now: the one place where that is decided. One person's messages are judged one after the
 * other, each seeing what the one before it did.
 */
export async function judge(hearing: Hearing, message: Message, checks: readonly TruthCheck[]): Promise<Verdict> {
  if (message.topic === null) return suppressed(hearing, message);
  await hearing.tx.$queryRaw(sql`select pg_advisory_xact_lock(app.shop_id(), hashtext(${message.person}))::text`);
  for (const rule of unasked(checks)) {
    const verdict = await rule(hearing, message);
    if (verdict !== 'go') return verdict;
  }
  return 'go';
}
