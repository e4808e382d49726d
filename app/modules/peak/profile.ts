import { z } from 'zod';
import { customerLocales } from '#app/kernel/locales.ts';
import type { Setting } from '#app/modules/settings/index.server.ts';

const texts = z.partialRecord(z.enum(customerLocales), z.string().trim().max(500, 'tooLong'));
const day = z.iso.date('date');
const days = z.number('days').int('days').min(0, 'days').max(30, 'days');

/** The last day on which an order still arrives in time in one country. */
const lastOrder = z.object({ country: z.string().regex(/^[A-Z]{2}$/, 'country'), day });

const fields = z.object({
  id: z.string().min(1).max(40),
  /** For the merchant alone. */
  name: z.string().trim().min(1, 'required').max(80, 'tooLong'),
  /** First and last day, on the shop's clock. */
  from: day,
  to: day,
  /** When somebody ended it before its time. */
  endedAt: z.iso.datetime().nullable(),
  banner: z.object({ on: z.boolean(), text: texts }),
  /** The day by which parcels should be there; empty where no last days are told. */
  arriveBy: z.union([z.literal(''), day], 'date'),
  lastOrders: z.array(lastOrder).max(60),
  /** Days of delivery by which everything is promised later, and those of single carriers in their place. */
  extraDays: days,
  carriers: z.array(z.object({ carrier: z.string().min(1, 'not_a_carrier').max(60), extraDays: days })).max(30),
  /** Kinds of notices that say that it is a busy time, each with the words by language; ours where there are none. */
  notes: z.record(z.string().regex(/^[a-z_]{1,40}$/), texts),
  /** Nobody is asked for a review before it is over. */
  reviewsOff: z.boolean(),
  /** A mail to customers who agreed to be sent such mails, on a day, in the merchant's words or ours. */
  announcement: z.object({ on: z.boolean(), day: z.union([z.literal(''), day], 'date'), text: texts }),
});

const profile = fields
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'range' })
  .refine(({ lastOrders, arriveBy }) => lastOrders.length === 0 || arriveBy !== '', { path: ['arriveBy'], message: 'required' })
  .refine(({ lastOrders, arriveBy }) => lastOrders.every((one) => one.day <= arriveBy), { path: ['arriveBy'], message: 'lastOrders' })
  .refine(({ announcement: { on, day: sent } }) => !on || sent !== '', { path: ['announcement.day'], message: 'required' })
  .refine(({ announcement: { on, day: sent }, to }) => !on || sent <= to, { path: ['announcement.day'], message: 'afterEnd' })
  .refine(({ carriers }) => new Set(carriers.map(({ carrier }) => carrier)).size === carriers.length, { path: ['carriers'], message: 'twice' })
  .refine(({ lastOrders }) => new Set(lastOrders.map(({ country }) => country)).size === lastOrders.length, { path: ['lastOrders'], message: 'twice' });

/** As much of a profile as its last days to order rest on. */
export const lastOrdersQuestion = fields.pick({ id: true, from: true, to: true, endedAt: true, extraDays: true }).extend({ arriveBy: day, countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(60) });

/** As much of a profile as customers see of it. */
export const shownPart = fields.pick({ from: true, to: true, endedAt: true, banner: true, arriveBy: true, lastOrders: true, notes: true, announcement: true });

const profiles = z
  .array(profile)
  .max(50)
  .refine((listed) => new Set(listed.map(({ id }) => id)).size === listed.length, 'twice')
  .superRefine((listed, { addIssue }) => {
    listed.forEach((one, at) => {
      if (listed.some((other) => other !== one && overlaps(one, other))) addIssue({ code: 'custom', path: [at, 'from'], message: 'overlap' });
    });
  });

/** A busy time: from when to when, and what is different meanwhile. */
export type PeakProfile = z.infer<typeof profile>;

/** What a merchant planned. What is in force is reckoned from this and the clock; nothing else is ever changed by it. */
export const peakSetting: Setting<PeakProfile[]> = { name: 'peak', schema: profiles, initial: [] };

type Dates = Pick<PeakProfile, 'from' | 'to' | 'endedAt'>;

/** What was ended by hand stands in nobody's way. */
function overlaps(one: Dates, other: Dates): boolean {
  return one.endedAt === null && other.endedAt === null && one.from <= other.to && other.from <= one.to;
}
