import { applies, type Case } from './applies.ts';
import type { Unsure } from './decision.ts';
import { matters, type Matter, type Settlement } from './matters.ts';
import { baseRuleId, type Clause, type PolicyVersion, type Rule } from './policy.ts';

/** How one version settles a case, matter by matter. */
export interface Settled {
  version: number;
  says: Settlement;
  clause(matter: Matter): Clause;
  /** Rules that might have settled it otherwise, had more been known. */
  unsure: Unsure[];
}

/** Settles every matter by the first rule that applies and speaks of it, and by the base where none does. */
export function settle({ version, policy }: PolicyVersion, about: Case): Settled {
  const says: Settlement = { ...policy.base };
  const by = new Map<Matter, Rule>();
  const unsure: Unsure[] = [];
  for (const rule of policy.rules) {
    const open = mattersOf(rule).filter((matter) => !by.has(matter));
    if (open.length === 0) continue;
    const found = applies(rule.when, about);
    if (found.applies === 'unsure') unsure.push({ ruleId: rule.id, version, traits: found.traits });
    if (found.applies !== true) continue;
    for (const matter of open) {
      by.set(matter, rule);
      take(says, rule.settles, matter);
    }
  }
  const clause = (matter: Matter): Clause => {
    const settles: Partial<Settlement> = {};
    take(settles, says, matter);
    return { version, ruleId: by.get(matter)?.id ?? baseRuleId, when: by.get(matter)?.when ?? [], matter, settles };
  };
  return { version, says, clause, unsure };
}

/** What a rule speaks of. */
export function mattersOf({ settles }: Rule): Matter[] {
  return matters.filter((matter) => settles[matter] !== undefined);
}

function take<M extends Matter>(into: Partial<Settlement>, from: Partial<Settlement>, matter: M): void {
  into[matter] = from[matter];
}
