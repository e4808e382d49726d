import { beforeAll, describe, expect, it } from 'vitest';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import { numericId } from '#sandbox/world/gid.ts';
import { typeCollections } from '#sandbox/world/type-collections.ts';
import { productCreate } from '#sandbox/world/commands/product-create.ts';
import { decideLines } from '../../../app/modules/returns/policy/decide-lines.server.ts';
import type { Condition } from '../../../app/modules/returns/policy/condition.ts';
import type { Policy, Rule } from '../../../app/modules/returns/policy/policy.ts';
import { tryPolicy } from '../../../app/modules/returns/policy/replay/try-policy.server.ts';
import { saveDraft } from '../../../app/modules/returns/policy/store/edit-draft.server.ts';
import { policyInWork } from '../../../app/modules/returns/policy/store/policy-in-force.server.ts';
import { publishPolicy } from '../../../app/modules/returns/policy/store/publish-policy.server.ts';
import { addDelivered } from '../../sandbox/returns/returned-order.ts';
import { askForReturn, hear, idOf, openReturnsShop } from '../stage.ts';
import { aPolicy, named } from './policies.ts';

type Shop = Awaited<ReturnType<typeof openReturnsShop>>;
let shop: Shop;
let orderId: string;
let lineId: string;
const finalSale = (condition: Condition, id: string): Rule => ({ id, when: [condition], settles: { period: { kind: 'final_sale' } } });
const typed = (type: string) => finalSale({ trait: 'type', is: 'one_of', values: named(type) }, 'type');
const wished = (units = 1, reason: string | null = 'too-small') => decideLines(shop.ctx, orderId, [{ lineId, units, reason }]);
const refund = async () => (await wished())?.get(lineId)?.offers.refund.offer;

async function publish(policy: Policy): Promise<void> {
  const { revision } = await shop.ctx.tx(policyInWork);
  const answer = await saveDraft(shop.ctx, policy, { after: revision, by: 'staff-1' });
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  await publishPolicy(shop.ctx, { after: answer.saved, by: 'staff-1' });
}

beforeAll(async () => {
  shop = await openReturnsShop();
  const { product } = shop.world.change((change) => productCreate(change, { product: { title: 'Mug', productType: 'Mug', tags: ['Handmade'] } }));
  const variant = shop.world.variants.where('product', product?.id ?? '')[0];
  if (!variant) throw new Error('the shop sells nothing');
  const order = addDelivered(shop.world, { email: 'nell@example.com', lineItems: [{ variantId: variant.id, quantity: 2, requiresShipping: true }] });
  orderId = idOf(order);
  lineId = idOf(order.lineItems[0] ?? order);
  await fetchOrder(shop.ctx, { orderId });
  await hear(shop.ctx, shop.world, 'returns/request', askForReturn(shop.world, order).id);
}, 120_000);

describe('lines of an order', () => {
  it('are not decided while the shop has promised nothing', async () => {
    expect(await wished()).toBeNull();
  });

  it('are decided by what the mirror holds and what only Shopify knows', async () => {
    await publish(aPolicy([typed('Mug')]));
    expect(await refund()).toMatchObject({ allowed: false, why: 'final_sale', clause: { ruleId: 'type' }, unsure: [] });
    await publish(aPolicy([typed('Lamp')]));
    expect(await refund()).toMatchObject({ allowed: true, version: 2, unsure: [] });
  });

  it('of another order, or more units than were bought, are refused', async () => {
    await expect(decideLines(shop.ctx, orderId, [{ lineId: '99999', units: 1, reason: null }])).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(decideLines(shop.ctx, '99999', [])).rejects.toMatchObject({ code: 'not_found', status: 404 });
    for (const units of [0, 3, 1.5]) await expect(wished(units)).rejects.toMatchObject({ code: 'quantity', status: 422 });
  });

  it('are decided by the collections their products are in at Shopify', async () => {
    const collection = typeCollections(shop.world).find(({ title }) => title === 'Mug');
    const inIt = (...ids: string[]) => aPolicy([finalSale({ trait: 'collection', is: 'one_of', values: named(...ids) }, 'outlet')], { approval: { by: 'nobody' } });
    await publish(inIt('1'));
    expect(await refund()).toMatchObject({ allowed: true, approval: 'nobody', unsure: [] });
    await publish(inIt('1', String(numericId(collection?.id ?? 'gid://shopify/Collection/0'))));
    expect(await refund()).toMatchObject({ allowed: false, why: 'final_sale', unsure: [] });
  });

  it('of which nobody can tell whether a rule applies are looked at by a person', async () => {
    await publish(aPolicy([finalSale({ trait: 'reason', is: 'one_of', values: named('style') }, 'style')], { approval: { by: 'nobody' } }));
    const offer = (await decideLines(shop.ctx, orderId, [{ lineId, units: 1, reason: null }]))?.get(lineId)?.offers.refund;
    expect(offer).toMatchObject({ offer: { allowed: true, approval: 'person' } });
  });
});

describe('an edited policy', () => {
  it('is tried with what only Shopify knows of the products that came back', async () => {
    const report = await tryPolicy(shop.ctx, aPolicy([finalSale({ trait: 'product_tag', is: 'one_of', values: named('handmade') }, 'tag')]));
    expect(report).toMatchObject({ returns: 1, changed: [{ lines: [{ effect: 'worse', because: 'allowed', after: { ruleId: 'tag' } }] }] });
  });
});
