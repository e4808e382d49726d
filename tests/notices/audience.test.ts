import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { audienceSchema } from '../../app/modules/notices/audience.ts';
import { isListed, type Condition } from '../../app/modules/notices/condition.ts';
import { unmetBy } from '../../app/modules/notices/audience-sql.server.ts';
import { countAudience } from '../../app/modules/notices/count-audience.server.ts';
import { initialRules } from '../../app/modules/notices/kind-rules.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { sentAgainAs } from '../compensation/replacement.ts';
import { customer, fulfillment, line } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
type Shop = Awaited<ReturnType<typeof stage.newShop>>;

interface Sold {
  country: string | null;
  tags: string[];
  total: number;
  titles: string[];
  person: { tags: string[]; orders: number; spent: number } | null;
  carriers: string[];
}

const countries = ['DE', 'FR', 'US'];
const tags = ['Gift', 'wholesale', 'VIP'];
const titles = ['Wool socks', 'Enamel mug', 'Blanket 50% wool'];
const skus = ['WOOL-1', 'mug_2', 'BLANKET'];
const carriers = ['dhl', 'ups', 'dpd'];
const some = (values: string[]) => fc.subarray(values);

const sold: fc.Arbitrary<Sold> = fc.record({
  country: fc.option(fc.constantFrom(...countries)),
  tags: some(tags),
  total: fc.constantFrom(0, 999, 1_000, 5_000),
  titles: fc.subarray(titles, { minLength: 1 }),
  person: fc.option(fc.record({ tags: some(tags), orders: fc.constantFrom(0, 1, 2, 7), spent: fc.constantFrom(0, 5_000, 90_000) })),
  carriers: some(carriers),
});

const listed = (trait: string, values: string[]) => fc.record({ trait: fc.constant(trait), is: fc.constantFrom('one_of', 'none_of'), values: fc.subarray(values, { minLength: 1 }) });
const measured = (trait: string, bounds: number[]) =>
  fc.tuple(fc.option(fc.constantFrom(...bounds)), fc.option(fc.constantFrom(...bounds))).filter(([min, max]) => (min ?? max) !== null && (min === null || max === null || min <= max)).map(([min, max]) => ({ trait, min, max }));
const condition: fc.Arbitrary<Condition> = fc
  .oneof(
    listed('country', countries), listed('carrier', carriers), listed('order_tag', ['gift', 'VIP']), listed('customer_tag', ['vip', 'Wholesale']),
    listed('product', ['wool', '50%', 'mug_']), listed('sku', ['wool-1', 'BLANKET']),
    measured('value', [0, 999, 1_000, 6_000]), measured('orders', [1, 2, 5]), measured('spent', [0, 5_000, 10_000]),
  )
  .map((wish) => audienceSchema.element.parse(wish));

/** The same question, answered from what was made up. */
function meets({ country, tags: ofOrder, total, titles: bought, person, carriers: carried }: Sold, wish: Condition): boolean {
  if (!isListed(wish)) {
    const amount = { value: total, orders: Math.max(person?.orders ?? 1, 1), spent: person?.spent ?? total }[wish.trait];
    return amount >= (wish.min ?? amount) && amount <= (wish.max ?? amount);
  }
  const lower = wish.values.map((value) => value.toLowerCase());
  const has = {
    country: wish.values.includes(country ?? ''),
    carrier: carried.some((carrier) => wish.values.includes(carrier)),
    order_tag: ofOrder.some((tag) => lower.includes(tag.toLowerCase())),
    customer_tag: (person?.tags ?? []).some((tag) => lower.includes(tag.toLowerCase())),
    product: bought.some((title) => lower.some((word) => title.toLowerCase().includes(word))),
    sku: bought.some((title) => lower.includes(skus[titles.indexOf(title)]?.toLowerCase() ?? '')),
  }[wish.trait];
  return has === (wish.is === 'one_of');
}

describe('an audience', () => {
  const orders = fc.sample(sold, { numRuns: 24, seed: 7 });
  let shop: Shop;

  beforeAll(async () => {
    shop = await stage.newShop();
    for (const [at, made] of orders.entries()) {
      const id = String(at + 1);
      const address = made.country === null ? null : { name: 'Ada', address1: 'Weg 1', address2: null, city: 'X', province: null, provinceCode: null, zip: null, countryCode: made.country, phone: null };
      const buyer = made.person && customer(id, { extras: { tags: made.person.tags, orders_count: made.person.orders, amount_spent: made.person.spent, currency: 'EUR' } });
      const bought = made.titles.map((title, position) => ({ facts: line(`${id}${position}`, { position, title, sku: skus[titles.indexOf(title)] ?? null }), imageUrl: undefined }));
      const about = { ...berlinOrder({ name: `#${id}`, tags: made.tags, total: made.total, total_presentment: made.total, shipping_address: address }), id, lines: bought, customer: buyer };
      await shop.hear(1, { ...about, facts: { ...about.facts, customer_id: buyer ? id : null } }, ...made.carriers.map((_, which) => fulfillment({ id: `${id}${which}`, orderId: id, lineIds: [`${id}0`], numbers: [`N${id}${which}`] })));
      const parcels = await shop.ctx.tx((tx) => tx.parcels.findMany({ where: { order_id: id }, orderBy: { shipment_id: 'asc' } }));
      for (const [which, { shipment_id }] of parcels.entries()) await shop.ctx.tx((tx) => tx.parcels.updateMany({ where: { shipment_id }, data: { carrier: made.carriers[which] ?? null } }));
    }
  }, 120_000);

  it('takes in exactly the orders that meet every condition, when it is counted and when one of them is told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(condition, { maxLength: 3 }), async (audience) => {
        const met = orders.map((order) => audience.every((wish) => meets(order, wish)));
        expect(await shop.ctx.tx((tx) => countAudience(tx, audience, new Date(hours(2))))).toEqual({ matched: met.filter(Boolean).length, of: orders.length, capped: false });
        for (const [at, order] of orders.entries()) {
          const unmet = await shop.ctx.tx((tx) => unmetBy(tx, { orderId: String(at + 1), shipmentId: null }, audience));
          expect(unmet).toBe(audience.find((wish) => !meets(order, wish))?.trait ?? null);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('asks of one parcel for its own carrier', async () => {
    const at = orders.findIndex(({ carriers: carried }) => carried.length > 1);
    const [first, second] = await shop.ctx.tx((tx) => tx.parcels.findMany({ where: { order_id: String(at + 1) }, orderBy: { shipment_id: 'asc' } }));
    const wish = audienceSchema.parse([{ trait: 'carrier', is: 'one_of', values: [first?.carrier] }]);
    const asked = (shipment: bigint | undefined) => shop.ctx.tx((tx) => unmetBy(tx, { orderId: String(at + 1), shipmentId: String(shipment) }, wish));
    expect(await asked(first?.shipment_id)).toBeNull();
    expect(await asked(second?.shipment_id)).toBe('carrier');
  });

  it.each([
    ['a country that is none', { trait: 'country', is: 'one_of', values: ['Germany'] }],
    ['a list without a value', { trait: 'sku', is: 'one_of', values: [] }],
    ['an amount without bounds', { trait: 'value', min: null, max: null }],
    ['bounds the wrong way round', { trait: 'value', min: 10, max: 5 }],
    ['a trait that nobody knows', { trait: 'shoe_size', is: 'one_of', values: ['44'] }],
  ])('refuses %s', (_, wish) => {
    expect(audienceSchema.safeParse([wish]).success).toBe(false);
  });
});

it('who ordered once has ordered once, though the goods were sent again for nothing as an order of its own, which Shopify counts', async () => {
  const shop = await stage.newShop();
  const buyer = customer('7', { extras: { orders_count: 2 } });
  for (const id of ['1', '2']) {
    const bought = berlinOrder({ name: `#${id}` });
    await shop.hear(1, { ...bought, id, lines: [{ facts: line(`${id}0`), imageUrl: undefined }], customer: buyer, facts: { ...bought.facts, customer_id: '7' } });
  }
  const first = audienceSchema.parse([{ trait: 'orders', min: null, max: 1 }]);
  const met = () => shop.ctx.tx(async (tx) => [(await countAudience(tx, first, new Date(hours(2)))).matched, await unmetBy(tx, { orderId: '1', shipmentId: null }, first)]);
  expect(await met()).toEqual([0, 'orders']);
  await sentAgainAs(shop.ctx, { orderId: '1', as: '2' });
  expect(await met()).toEqual([2, null]);
});

it('who is not in the audience of a kind is not told, with the condition as the reason', async () => {
  const shop = await stage.newShop();
  const audience = audienceSchema.parse([{ trait: 'value', min: 100, max: null }, { trait: 'country', is: 'none_of', values: ['DE', 'AT'] }]);
  await changeSetting(shop.at(0), noticesSetting, { value: { kinds: {}, rules: { shipped: { ...initialRules('shipped'), audience } } }, version: 0, by: null });
  await shop.hear(1, berlinOrder(), parcel());
  expect(await shop.notices()).toMatchObject([{ kind: 'shipped', state: 'held', held_for: 'audience_country' }]);
  expect(await shop.kinds()).toEqual([]);
});
