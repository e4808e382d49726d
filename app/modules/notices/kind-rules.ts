import { z } from 'zod';
import { audienceSchema } from './audience.ts';
import type { NoticeKind } from './kinds.ts';

const hours = z.number({ error: 'number' }).int('number').min(0, 'tooSmall');

/** Only what stands behind the host may depend on the order. */
const hostIsFixed = (url: string) => !/^[^/]*\/\/[^/]*[{}]/.test(url);

/** When a kind of notice leaves, and to whom. */
export const rulesSchema = z.object({
  /** Told so many hours after it happened, if it is still true then. */
  waitHours: hours.max(60 * 24, 'tooLarge').default(0),
  /** What falls due while nobody is there waits until somebody is. */
  inBusinessHours: z.boolean().default(false),
  /** Parcels of one order are told together once all have left, after so many hours at the latest; null: as each leaves. */
  gatherHours: hours.min(1, 'tooSmall').max(168, 'tooLarge').nullable().default(null),
  /** Which orders it is told of; no condition: every one. */
  audience: audienceSchema.default([]),
  /** Where a review is written. */
  reviewUrl: z.url({ protocol: /^https$/, error: 'httpsAddress' }).max(500, 'tooLong').refine(hostIsFixed, 'httpsAddress').nullable().default(null),
});

export type KindRules = z.infer<typeof rulesSchema>;

const atOnce: KindRules = rulesSchema.parse({});

/** What holds until a merchant decides: everybody is told at once, and asked for a review after a week. */
export const initialRules = (kind: NoticeKind): KindRules => (kind === 'review' ? { ...atOnce, waitHours: 7 * 24 } : atOnce);

/** What a merchant may decide for one kind: news keeps for three days; an opinion takes a day, and two months at most. */
export const rulesSchemaOf = (kind: NoticeKind): z.ZodType<KindRules> =>
  kind === 'review'
    ? rulesSchema.refine(({ waitHours }) => waitHours >= 24, { error: 'tooSmall', path: ['waitHours'] })
    : rulesSchema.refine(({ waitHours }) => waitHours <= 72, { error: 'tooLarge', path: ['waitHours'] });
