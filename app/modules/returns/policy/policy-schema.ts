import { z } from 'zod';
import { conditionSchema } from './condition-schema.ts';
import type { Condition } from './condition.ts';
import { matters, type Settlement } from './matters.ts';
import { baseRuleId, type Policy, type Rule } from './policy.ts';
import { mattersOf } from './settle.ts';
import { partialSettlementSchema, settlementSchema } from './settlement-schema.ts';

/** One rule by itself. */
export const ruleSchema: z.ZodType<Rule> = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'id').refine((id) => id !== baseRuleId, 'id'),
    when: z.array(conditionSchema).min(1, 'required').max(10, 'tooMany'),
    settles: partialSettlementSchema,
  })
  .refine(({ settles }) => matters.some((matter) => settles[matter] !== undefined), { error: 'required', path: ['settles'] })
  .refine(({ settles }) => !offersNothing(settles), { error: 'sayFinalSale', path: ['settles'] });

/** A policy that may be published: every rule is sound and can be reached, and the base leaves a way. */
export const policySchema: z.ZodType<Policy> = z
  .object({
    rules: z.array(ruleSchema).max(100, 'tooMany'),
    base: settlementSchema.refine((base) => base.period.kind === 'final_sale' || !offersNothing(base), 'sayFinalSale'),
    transitDays: z.number({ error: 'number' }).int('number').min(0, 'tooSmall').max(60, 'tooLarge'),
  })
  .superRefine(({ rules }, found) => {
    for (const [at, rule] of rules.entries()) {
      const before = rules.slice(0, at);
      if (before.some(({ id }) => id === rule.id)) found.addIssue({ code: 'custom', message: 'twice', path: ['rules', at, 'id'] });
      if (isNeverReached(rule, before)) found.addIssue({ code: 'custom', message: 'neverReached', path: ['rules', at] });
    }
  });

/** Something wrong with a policy: where, as `rules.2.when.0.values`, and the name of the text that says what. */
export interface PolicyProblem {
  path: string;
  problem: string;
}

/** Reads a policy, or names every problem it has. */
export function readPolicy(value: unknown): { policy: Policy } | { problems: PolicyProblem[] } {
  const read = policySchema.safeParse(value);
  return read.success ? { policy: read.data } : { problems: read.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message })) };
}

/** True where nothing is left that a line could come back for. */
function offersNothing({ refund, store_credit, exchange, other_product }: Partial<Settlement>): boolean {
  return [refund, store_credit, exchange, other_product].every((outcome) => outcome?.offered === false);
}

/** True where rules before it that apply whenever it does already speak of all it speaks of. */
function isNeverReached(rule: Rule, before: readonly Rule[]): boolean {
  const conditions = new Set(rule.when.map(spelled));
  const wider = before.filter(({ when }) => when.every((condition) => conditions.has(spelled(condition))));
  const spoken = mattersOf(rule);
  return spoken.length > 0 && spoken.every((matter) => wider.some(({ settles }) => settles[matter] !== undefined));
}

/** The same for conditions that ask the same, whatever the order and names of their values. */
function spelled(condition: Condition): string {
  return JSON.stringify('values' in condition ? [condition.trait, condition.is, condition.values.map(({ value }) => value.toLowerCase()).sort()] : Object.entries(condition).sort());
}
