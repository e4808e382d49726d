import { describe, expect, it } from 'vitest';
import { customerCreate } from '#sandbox/world/commands/customer-create.ts';
import { discountCodeBasicCreate, type DiscountCodeBasicInput } from '#sandbox/world/commands/discount-code-basic-create.ts';
import { openAdmin } from './admin-in-memory.ts';

const admin = openAdmin();
const anna = admin.world.change((change) => customerCreate(change, { email: 'anna@example.com' })).customer?.id ?? '';
const right: DiscountCodeBasicInput = {
  code: 'SORRY-1', title: 'Sorry', startsAt: '2026-11-01T00:00:00Z', endsAt: '2027-11-01T00:00:00Z', usageLimit: 1, appliesOncePerCustomer: true,
  context: { customers: { add: [anna] } }, customerGets: { items: { all: true }, value: { percentage: 0.1 } },
};
const make = (more: DiscountCodeBasicInput) => admin.world.change((change) => discountCodeBasicCreate(change, { ...right, ...more }));
const valued = (value: NonNullable<DiscountCodeBasicInput['customerGets']>['value']): DiscountCodeBasicInput => ({ customerGets: { items: { all: true }, value } });

describe('discountCodeBasicCreate', () => {
  const cases: [what: string, more: DiscountCodeBasicInput, field: string[], code: string][] = [
    ['no code', { code: ' ' }, ['code'], 'BLANK'],
    ['a code too long', { code: 'A'.repeat(256) }, ['code'], 'TOO_LONG'],
    ['no title', { title: null }, ['title'], 'BLANK'],
    ['no beginning', { startsAt: null }, ['startsAt'], 'BLANK'],
    ['an end before its beginning', { endsAt: '2026-10-01T00:00:00Z' }, ['endsAt'], 'END_DATE_BEFORE_START_DATE'],
    ['no uses', { usageLimit: 0 }, ['usageLimit'], 'GREATER_THAN'],
    ['nobody in particular', { context: null }, ['context'], 'BLANK'],
    ['customers who are none', { context: { customers: { add: [] } } }, ['context', 'customers', 'add'], 'BLANK'],
    ['a customer there is not', { context: { customers: { add: ['gid://shopify/Customer/1'] } } }, ['context', 'customers', 'add'], 'INVALID'],
    ['nothing to take it off', { customerGets: { value: { percentage: 0.1 } } }, ['customerGets', 'items'], 'BLANK'],
    ['no value', valued({}), ['customerGets', 'value'], 'BLANK'],
    ['two values', valued({ percentage: 0.1, discountAmount: { amount: '1' } }), ['customerGets', 'value'], 'CONFLICT'],
    ['more than all', valued({ percentage: 10 }), ['customerGets', 'value', 'percentage'], 'VALUE_OUTSIDE_RANGE'],
    ['an amount of nothing', valued({ discountAmount: { amount: '0' } }), ['customerGets', 'value', 'discountAmount', 'amount'], 'GREATER_THAN'],
  ];
  it.each(cases)('refuses %s', (_what, more, field, code) => {
    expect(make(more)).toEqual({ codeDiscountNode: null, userErrors: [{ field: ['basicCodeDiscount', ...field], message: expect.any(String), code }] });
    expect([...admin.world.discountCodes.all()]).toEqual([]);
  });

  it('makes a code once, whatever its capitals, that is found by who has the scope', async () => {
    const asked = '{ codeDiscountNodeByCode(code: "summer") { id codeDiscount { ... on DiscountCodeBasic { title status usageLimit appliesOncePerCustomer endsAt } } } }';
    const made = await admin.askAsApp(['write_discounts'], `mutation { discountCodeBasicCreate(basicCodeDiscount: { code: "SUMMER", title: "Summer", startsAt: "2020-01-01T00:00:00Z", usageLimit: 1, context: { customers: { add: ["${anna}"] } }, customerGets: { items: { all: true }, value: { discountAmount: { amount: "5.00", appliesOnEachItem: false } } } }) { codeDiscountNode { id } userErrors { code } } }`);
    expect(made).toMatchObject({ data: { discountCodeBasicCreate: { codeDiscountNode: { id: expect.stringContaining('DiscountCodeNode') }, userErrors: [] } } });
    expect(make({ code: 'Summer' }).userErrors).toMatchObject([{ code: 'TAKEN' }]);
    expect(await admin.askAsApp(['write_discounts'], asked)).toMatchObject({ data: { codeDiscountNodeByCode: { codeDiscount: { title: 'Summer', status: 'ACTIVE', usageLimit: 1, endsAt: null } } } });
    expect(await admin.askAsApp(['read_orders'], asked)).toMatchObject({ errors: [{ extensions: { code: 'ACCESS_DENIED' } }] });
  });
});
