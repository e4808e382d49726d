import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Message } from '../store.server.ts';
import type { Rule, Verdict } from './verdict.ts';

/** A waiting message as the module that wrote it knows it again. */
export type Claimant = Pick<Message, 'id' | 'channel' | 'kind' | 'topic' | 'rank' | 'dedupe_key' | 'order_id' | 'customer_id' | 'created_at'>;

/** How a module says, at the last moment, whether what it wrote still holds. */
export interface TruthCheck {
  /** Asked about kinds that begin so: `notices.`. */
  kinds: string;
  /** `true`, why it holds no more, or until when it has to wait and why. Runs in the transaction that claims the message. */
  stillTrue(tx: ShopTx, message: Claimant, now: Date): Promise<true | { untrue: string } | { wait: Date; because: string }>;
}

/** Nothing leaves that has become false since it was written. */
export function stillTrue(checks: readonly TruthCheck[]): Rule {
  return async ({ tx, now }, messages) => {
    const verdicts = new Map<bigint, Verdict>();
    for (const message of messages) verdicts.set(message.id, await verdictOn(message));
    return ({ id }) => verdicts.get(id) ?? 'go';

    async function verdictOn(message: Message): Promise<Verdict> {
      for (const check of checks) {
        if (!message.kind.startsWith(check.kinds)) continue;
        const answer = await check.stillTrue(tx, message, now);
        if (answer === true) continue;
        return 'wait' in answer ? { ...answer, for: 'not_yet' } : { drop: 'not_true', because: answer.untrue };
      }
      return 'go';
    }
  };
}
