import fc from 'fast-check';
import type { Case } from '../../../app/modules/returns/policy/applies.ts';
import type { Condition, NamedValue } from '../../../app/modules/returns/policy/condition.ts';
import { defaultPolicy } from '../../../app/modules/returns/policy/default-policy.ts';
import type { LineFacts, OrderFacts } from '../../../app/modules/returns/policy/facts.ts';
import { chargeableOutcomes, type Settlement } from '../../../app/modules/returns/policy/matters.ts';
import type { Policy, PolicyVersion, PolicyVersions, Rule } from '../../../app/modules/returns/policy/policy.ts';

export const named = (...values: string[]): NamedValue[] => values.map((value) => ({ value, name: value }));
export const at = (iso: string) => new Date(`${iso}T12:00:00Z`);

/** An order from Berlin, bought on 1 October, of which all is known. */
export function anOrder(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    boughtAt: at('2026-10-01'), zone: 'Europe/Berlin', currency: 'EUR', country: 'DE', channel: 'web', tags: [], discountCodes: [],
    customer: { tags: [], orders: 1, spent: 5_000, returns: 0, returnRate: 0 }, ...changes,
  };
}

/** A shirt of 50 euros in it, delivered on 10 October. */
export function aLine(changes: Partial<LineFacts> = {}): LineFacts {
  return {
    productId: '1', variantId: '11', collections: ['100'], type: 'Shirt', productTags: [], price: 5_000, discount: 0, value: 5_000,
    delivery: { deliveredAt: at('2026-10-10'), expectedAt: null, shippedAt: at('2026-10-05'), underway: false }, ...changes,
  };
}

export const aCase = (changes: { order?: Partial<OrderFacts>; line?: Partial<LineFacts>; reason?: string | null } = {}): Case => ({ order: anOrder(changes.order), line: aLine(changes.line), reason: changes.reason === undefined ? 'too-small' : changes.reason });

/** The default policy with another base, or rules. */
export const aPolicy = (rules: Rule[] = [], base: Partial<Settlement> = {}): Policy => ({ ...defaultPolicy, rules, base: { ...defaultPolicy.base, ...base } });
export const versionOf = (policy: Policy, version = 1, publishedAt = at('2026-01-01')): PolicyVersion => ({ version, publishedAt, policy });
export const only = (policy: Policy): PolicyVersions => [versionOf(policy)];

const values = fc.uniqueArray(fc.constantFrom('1', '2', 'sale', 'vip', 'DE', 'too-small', 'damaged-or-defective', 'web'), { minLength: 1, maxLength: 3 }).map((all) => named(...all));
const day = fc.date({ min: new Date('2026-06-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ trait: fc.constantFrom('product', 'collection', 'type', 'product_tag', 'discount_code', 'channel', 'order_tag', 'customer_tag', 'reason'), is: fc.constantFrom('one_of', 'none_of'), values }),
  fc.record({ trait: fc.constantFrom('price', 'orders', 'spent', 'returns'), min: fc.nat(20_000), max: fc.constant(null) }),
  fc.record({ trait: fc.constant('bought'), from: day, to: fc.constant(null) }),
);

const offered = fc.record({ offered: fc.boolean() });
const waived = fc.subarray([...chargeableOutcomes]);
const someSettlement = fc.record<Settlement>({
  period: fc.oneof(fc.record({ kind: fc.constant('days'), days: fc.integer({ min: 1, max: 120 }), until: fc.option(day) }), fc.constant({ kind: 'unlimited' }), fc.constant({ kind: 'final_sale' })),
  refund: offered,
  store_credit: fc.record({ offered: fc.boolean(), bonus: fc.nat(30) }),
  exchange: offered,
  other_product: offered,
  keep: fc.record({ offered: fc.boolean(), below: fc.integer({ min: 1, max: 9_000 }) }),
  warranty: fc.record({ offered: fc.boolean(), days: fc.integer({ min: 1, max: 800 }) }),
  fee: fc.record({ percent: fc.nat(100), waived }),
  way_back: fc.oneof(fc.constant({ payer: 'shop' }), fc.record({ payer: fc.constant('customer'), amount: fc.integer({ min: 1, max: 2_000 }), waived }), fc.constant({ payer: 'customer_directly' })),
  evidence: fc.record({ photos: fc.nat(5), questions: fc.array(fc.constantFrom('Was it worn?', 'Which size would fit?'), { maxLength: 2 }) }),
  approval: fc.record({ by: fc.constantFrom('nobody', 'person') }),
  location: fc.record({ to: fc.option(fc.constant({ value: '7', name: 'Berlin' })) }),
  refund_on: fc.record({ step: fc.constantFrom('scan', 'receipt', 'inspection') }),
});

const rule = fc.record({
  when: fc.array(condition, { minLength: 1, maxLength: 3 }),
  from: someSettlement,
  of: fc.subarray(['period', 'refund', 'store_credit', 'exchange', 'keep', 'warranty', 'fee', 'way_back', 'evidence', 'approval', 'location'] as const, { minLength: 1 }),
});

/** Any policy, whether or not it would pass as sound. */
export const anyPolicy: fc.Arbitrary<Policy> = fc.record({ base: someSettlement, rules: fc.array(rule, { maxLength: 5 }), transitDays: fc.nat(20) }).map(({ base, rules, transitDays }) => ({
  base,
  transitDays,
  rules: rules.map(({ when, from, of }, index) => ({ id: `r${index + 1}`, when, settles: Object.fromEntries(of.map((matter) => [matter, from[matter]])) })),
}));

/** Any line of any order, of which much, little or nothing is known. */
export const anyCase: fc.Arbitrary<Case> = fc.record({
  reason: fc.option(fc.constantFrom('too-small', 'damaged-or-defective')),
  known: fc.boolean(),
  tags: fc.subarray(['sale', 'vip']),
  value: fc.nat(30_000),
  boughtOn: day,
  journey: fc.option(fc.nat(20)),
  underway: fc.boolean(),
}).map(({ reason, known, tags, value, boughtOn, journey, underway }) => {
  const boughtAt = at(boughtOn);
  const unknown = known ? {} : { collections: null, type: null, productTags: null };
  const deliveredAt = journey === null ? null : new Date(boughtAt.getTime() + journey * 86_400_000);
  return aCase({
    reason,
    order: { boughtAt, tags: known ? tags : null, discountCodes: known ? tags : null, country: known ? 'DE' : null },
    line: { value, price: value, productTags: tags, delivery: { deliveredAt, expectedAt: null, shippedAt: boughtAt, underway: underway && deliveredAt === null }, ...unknown },
  });
});
export const anyMoment = day.map(at);
