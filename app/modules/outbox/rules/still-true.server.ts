import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Message } from '../store.server.ts';
import type { Rule } from './verdict.ts';

/** A waiting message as the module that wrote it knows it again. */
export type Claimant = Pick<Message, 'id' | 'channel' | 'kind' | 'topic' | 'rank' | 'dedupe_key' | 'order_id' | 'customer_id' | 'created_at'>;

/** `true`, why it holds no more, or until when it has to wait and why; `expires` where it does not grow old meanwhile. */
export type Truth = true | { untrue: string } | { wait: Date; because: string; expires?: Date };

/** How a module says, at the last moment, whether what it wrote still holds. */
export interface TruthCheck {
  /** Asked about kinds that begin so: `notices.`. */
  kinds: string;
  /** Reads at once what it takes to say it of each of these. Runs in the transaction that claims the messages. */
  stillTrue(tx: ShopTx, messages: readonly Claimant[], now: Date): Promise<(message: Claimant) => Truth>;
}

/** Nothing leaves that has become false since it was written. */
export function stillTrue(checks: readonly TruthCheck[]): Rule {
  return async ({ tx, now }, messages) => {
    const asked: { kinds: string; truthOf(message: Claimant): Truth }[] = [];
    for (const check of checks) {
      const meant = messages.filter(({ kind }) => kind.startsWith(check.kinds));
      if (meant.length > 0) asked.push({ kinds: check.kinds, truthOf: await check.stillTrue(tx, meant, now) });
    }
    return (message) => {
      for (const { kinds, truthOf } of asked) {
        const truth = message.kind.startsWith(kinds) ? truthOf(message) : true;
        if (truth !== true) return 'wait' in truth ? { ...truth, for: 'not_yet' } : { drop: 'not_true', because: truth.untrue };
      }
      return 'go';
    };
  };
}
