import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

/** Thirty days. */
const mostMinutes = 43_200;
const target = z.int('minutes').min(1, 'minutes').max(mostMinutes, 'minutes').nullable();
const targets = z.object({ first_reply: target, next_reply: target, resolution: target });
/** `open`: only time in which somebody is there counts. */
const onChannel = targets.extend({ counts: z.enum(['open', 'always']) });

const schema = z.object({
  email: onChannel,
  form: onChannel,
  problem: onChannel,
  /** Quicker ones for what cannot wait; the quickest that concerns a ticket holds. */
  high: targets,
  urgent: targets,
  /** For customers with so many orders; null: all are treated alike. */
  valued: targets.extend({ orders: z.int('number').min(1, 'number').max(10_000, 'number') }).nullable(),
  /** So long before a promise is broken its agent is warned; null: never. */
  warnBefore: target,
  /** Whether customers are told the time of a first reply. */
  published: z.boolean(),
});

export type Promises = z.infer<typeof schema>;
/** How many minutes a promise allows; null: nothing is promised. */
export type Targets = z.infer<typeof targets>;
export type Counts = Promises['email']['counts'];

const none: Targets = { first_reply: null, next_reply: null, resolution: null };
/** A working day for a word, three until it is settled. */
const usual = { first_reply: 480, next_reply: 480, resolution: 1_440, counts: 'open' } as const;

/** What customers are promised, channel by channel, and sooner where it matters more. A ticket keeps what it was promised when it began to wait. */
export const promiseSetting: Setting<Promises> = {
  name: 'inbox-promises',
  schema,
  initial: {
    email: usual,
    form: usual,
    problem: { ...usual, first_reply: 240 },
    high: { ...none, first_reply: 240, next_reply: 240 },
    urgent: { ...none, first_reply: 60, next_reply: 120, resolution: 480 },
    valued: null,
    warnBefore: 60,
    published: true,
  },
};
