import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readJson } from '#app/kernel/json.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { baseRuleId } from '../policy.ts';
import { numberIn, said, type Asked } from './answer.server.ts';
import { keepEdit } from './keep-edit.server.ts';
import { newRule, type PolicyAnswer } from './views.ts';

const generalForm = z.looseObject({ base: z.unknown(), transitDays: z.unknown() }).catch({ base: null, transitDays: null });
const ruleForm = z.looseObject({ place: z.number().int().min(1).catch(last) }).catch({ place: last() });

/** Keeps a rule, or what holds in general, as its form has it: a step of the draft. */
export function saveRule(ctx: ShopContext, id: string, { form, by }: Asked): Promise<PolicyAnswer> {
  const change = { after: numberIn(form, 'after'), by };
  const value = readJson(String(form.get('value')));
  return said(ctx, { did: 'save', by }, () => {
    if (id === baseRuleId) {
      const { base, transitDays } = generalForm.parse(value);
      return keepEdit(ctx, { do: 'base', base, transitDays }, change);
    }
    const { place, ...rule } = ruleForm.parse(value);
    const isNew = id === newRule;
    return keepEdit(ctx, { do: 'put', id: isNew ? randomUUID() : id, place: place - 1, rule, isNew }, change);
  });
}

/** After all rules there are. */
function last(): number {
  return Number.MAX_SAFE_INTEGER;
}
