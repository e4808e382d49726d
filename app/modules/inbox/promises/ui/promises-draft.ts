import type { Promises } from '../promise-setting.ts';

type Valued = NonNullable<Promises['valued']>;

/** Whom the shop values, as the form holds it: tags as they are typed. */
export type ValuedDraft = Omit<Valued, 'tags'> & { tags: string };

/** What is promised, as the form holds it. */
export type PromisesDraft = Omit<Promises, 'valued'> & { valued: ValuedDraft | null };

const nothing = { first_reply: null, next_reply: null, resolution: null };
const usualOrders = 5;

export const toDraft = (value: Promises): PromisesDraft => ({ ...value, valued: value.valued && { ...value.valued, tags: value.valued.tags.join(', ') } });
export const toValue = (draft: PromisesDraft): Promises => ({ ...draft, valued: draft.valued && { ...draft.valued, tags: tagsIn(draft.valued.tags) } });

/** What is offered first: who orders often hears as soon as what is of high priority. */
export function firstValued({ high }: Pick<Promises, 'high'>): ValuedDraft {
  return { orders: usualOrders, spent: null, tags: '', email: high, form: high, problem: high, phone: high, high: nothing, urgent: nothing };
}

function tagsIn(typed: string): string[] {
  return [...new Set(typed.split(/[,，、]/).map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}
