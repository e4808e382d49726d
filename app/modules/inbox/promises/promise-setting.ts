import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import type { Measure } from '../tiers/valued-by.ts';

/** Thirty days. */
const mostMinutes = 43_200;
const target = z.int('minutes').min(1, 'minutes').max(mostMinutes, 'minutes').nullable();
const targets = z.object({ first_reply: target, next_reply: target, resolution: target });
/** `open`: only time in which somebody is there counts. */
const onChannel = targets.extend({ counts: z.enum(['open', 'always']) });

/** Whoever calls is heard at once: what is left to promise is a further word, and that it is settled. */
const byPhone = { first_reply: null, next_reply: 480, resolution: 1_440, counts: 'open' } as const;

/** A decimal number, as it was typed. */
const amount = z.string().trim().regex(/^\d{1,9}([.]\d{1,3})?$/, 'amount').refine((typed) => Number(typed) > 0, 'amount');
const measure = z.object({
  orders: z.int('number').min(1, 'number').max(10_000, 'number').nullable(),
  spent: z.object({ amount, currency: z.string().regex(/^[A-Z]{3}$/) }).nullable(),
  tags: z.array(z.string().trim().min(1)).max(20, 'tooMany').refine((tags) => tags.every(({ length }) => length <= 255), 'tooLong'),
}) satisfies z.ZodType<Measure>;
/** Whom the shop values, and what they are promised where that is sooner; null: as everybody is. */
const valued = measure
  .extend({ email: targets, form: targets, problem: targets, phone: targets, high: targets, urgent: targets })
  .refine(({ orders, spent, tags }) => orders !== null || spent !== null || tags.length > 0, { error: 'measure', path: ['orders'] });

const schema = z.object({
  email: onChannel,
  form: onChannel,
  problem: onChannel,
  phone: onChannel.default(byPhone),
  /** Quicker ones for what cannot wait; the quickest that concerns a ticket holds. */
  high: targets,
  urgent: targets,
  /** Null: all are treated alike. */
  valued: valued.nullable(),
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
    phone: byPhone,
    high: { ...none, first_reply: 240, next_reply: 240 },
    urgent: { ...none, first_reply: 60, next_reply: 120, resolution: 480 },
    valued: null,
    warnBefore: 60,
    published: true,
  },
};
