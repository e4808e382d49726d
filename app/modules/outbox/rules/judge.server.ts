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
 * Whether each of these messages, whose turn it is, may leave now: the one place where that is decided. Nobody may have more than one among
 * those that nobody asked for, and whoever asks holds the ears of their people (`hold-ears`), so that each sees what the one before it did.
 */
export async function judge(hearing: Hearing, messages: readonly Message[], checks: readonly TruthCheck[]): Promise<ReadonlyMap<Message, Verdict>> {
  const verdicts = new Map<Message, Verdict>(messages.map((message) => [message, 'go']));
  await ask([suppressed], messages.filter(({ topic }) => topic === null));
  await ask(unasked(checks), messages.filter(({ topic }) => topic !== null));
  return verdicts;

  async function ask(rules: readonly Rule[], whom: readonly Message[]): Promise<void> {
    for (const rule of rules) {
      const still = whom.filter((message) => verdicts.get(message) === 'go');
      if (still.length === 0) return;
      const verdictOn = await rule(hearing, still);
      for (const message of still) verdicts.set(message, verdictOn(message));
    }
  }
}
