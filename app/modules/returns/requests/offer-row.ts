import { z } from 'zod';
import { conditionSchema } from '../policy/condition-schema.ts';
import { listedTraits, measuredTraits } from '../policy/condition.ts';
import { advantages, type BestOffer } from '../policy/decision.ts';
import { matters, outcomes } from '../policy/matters.ts';
import { namedValueSchema } from '../policy/condition-schema.ts';
import { partialSettlementSchema } from '../policy/settlement-schema.ts';

const moment = z.iso.datetime().transform((text) => new Date(text));
const clause = z.object({ version: z.number(), ruleId: z.string(), when: z.array(conditionSchema), matter: z.enum(matters), settles: partialSettlementSchema });
const unsure = z.array(z.object({ ruleId: z.string(), version: z.number(), traits: z.array(z.enum([...listedTraits, ...measuredTraits])) }));
const share = z.object({ percent: z.number(), amount: z.number() });
const common = { outcome: z.enum(outcomes), version: z.number(), deadline: moment.nullable(), unsure };

const allowed = z.object({
  ...common,
  allowed: z.literal(true),
  countedFrom: z.object({ at: moment, by: z.enum(['delivery', 'expectation', 'shipping']) }).nullable(),
  fee: share,
  wayBack: z.object({ payer: z.enum(['shop', 'customer']), amount: z.number().nullable() }),
  bonus: share,
  back: z.number(),
  photos: z.number(),
  questions: z.array(z.string()),
  approval: z.enum(['nobody', 'person']),
  location: namedValueSchema.nullable(),
  refundOn: z.enum(['scan', 'receipt', 'inspection']),
  clauses: z.array(clause),
});
const refused = z.object({ ...common, allowed: z.literal(false), why: z.enum(['final_sale', 'period_ended', 'not_offered', 'worth_too_much', 'warranty_ended']), clause });
const offer = z.discriminatedUnion('allowed', [allowed, refused]);

/** An offer as it is kept with a line, complete in itself. */
export const bestOfferSchema: z.ZodType<BestOffer> = z.object({ offer, from: z.enum(['order', 'today', 'both']), because: z.enum(advantages).nullable(), instead: offer.nullable() });
