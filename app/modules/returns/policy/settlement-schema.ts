import { z } from 'zod';
import { isoDaySchema, namedValueSchema } from './condition-schema.ts';
import { chargeableOutcomes, type Period, type Settlement, type WayBack } from './matters.ts';

const whole = (min: number, max: number) => z.number({ error: 'number' }).int('number').min(min, 'tooSmall').max(max, 'tooLarge');
const offered = z.object({ offered: z.boolean({ error: 'required' }) });
const waived = z.array(z.enum(chargeableOutcomes)).refine((all) => new Set(all).size === all.length, 'twice');

/** Ten years are as good as for ever, which has a word of its own. */
const days = whole(1, 3650);

const period: z.ZodType<Period> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), days, until: isoDaySchema.nullable() }),
  z.object({ kind: z.literal('unlimited') }),
  z.object({ kind: z.literal('final_sale') }),
], { error: 'required' });

const wayBack: z.ZodType<WayBack> = z.discriminatedUnion('payer', [
  z.object({ payer: z.literal('shop') }),
  z.object({ payer: z.literal('customer'), amount: whole(1, 1e9), waived }),
  z.object({ payer: z.literal('customer_directly') }),
], { error: 'required' });

const settlement = z.object({
  period,
  refund: offered,
  store_credit: offered.extend({ bonus: whole(0, 100) }),
  exchange: offered,
  other_product: offered,
  keep: offered.extend({ below: whole(0, 1e9) }).refine(({ offered, below }) => !offered || below > 0, { error: 'tooSmall', path: ['below'] }),
  warranty: offered.extend({ days }),
  fee: z.object({ percent: whole(0, 100), waived }),
  way_back: wayBack,
  evidence: z.object({ photos: whole(0, 5), questions: z.array(z.string().trim().min(1, 'required').max(200, 'tooLong')).max(5, 'tooMany') }),
  approval: z.object({ by: z.enum(['nobody', 'person'], { error: 'required' }) }),
  location: z.object({ to: namedValueSchema.nullable() }),
  refund_on: z.object({ step: z.enum(['scan', 'receipt', 'inspection'], { error: 'required' }) }),
});

/** A whole settlement: a policy's base. */
export const settlementSchema: z.ZodType<Settlement> = settlement;

/** What a rule settles: some of it. */
export const partialSettlementSchema: z.ZodType<Partial<Settlement>> = settlement.partial();
