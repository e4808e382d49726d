import { addSizes, variantId } from '../exchanges/stage.ts';
import { openRequestsStage, promise, tooSmall } from '../returns-requests/stage.ts';
import { lookedAt, paidBack } from './looked-at.ts';
import { openPortalShop, turnPortal, type PortalPage, type PortalShop } from './portal-shop.ts';

/** Visits of customers in one language, state by state, as the portal answers them. */
export async function walkPortal(language = 'en'): Promise<Record<string, PortalPage>> {
  const stage = await openRequestsStage();
  const evidence = { photos: 1, questions: ['When did you notice it?'] };
  const shop = await openPortalShop(stage, {
    base: { fee: { percent: 10, waived: ['store_credit', 'exchange', 'other_product'] }, way_back: { payer: 'customer', amount: 395, waived: ['exchange'] } },
    rules: [{ id: 'broken', when: [{ trait: 'reason', is: 'one_of', values: [{ value: 'damaged-or-defective', name: 'Damaged or defective' }] }], settles: { evidence, way_back: { payer: 'shop' } } }],
  });
  const { productId, sizes } = addSizes(shop.world, 'Wool jumper', { S: 12, M: 3, L: 0 }, { price: '24.00' });
  const at = (what: string, fields: Record<string, string | string[]> = {}) => shop.visit({ language, form: { key: shop.keyOf(), do: what, ...fields } });
  const { lineId } = shop;
  const broken = (await shop.visit({ form: { key: shop.keyOf(), do: 'items', line: lineId, [`units-${lineId}`]: '2' } })).html.match(/value="(\d+)"[^>]*\/?><span>damaged or defective/i)?.[1] ?? '';
  const states: Record<string, PortalPage> = {
    entry: await shop.visit({ language }),
    code: await shop.visit({ language, query: { key: shop.keyOf('order') } }),
    over: await shop.visit({ language, form: { key: shop.keyOf('full', -1), do: 'reasons' } }),
    items: await at('show', { step: 'items' }),
    'items-wrong': await at('items', { line: lineId, [`units-${lineId}`]: '9' }),
  };
  await at('items', { line: lineId, [`units-${lineId}`]: '2' });
  states['reasons-wrong'] = await at('reasons');
  states['outcomes'] = await at('reasons', { [`reason-${lineId}`]: tooSmall });
  states['back'] = await at('outcomes', { [`outcome-${lineId}`]: 'refund' });
  states['review-refund'] = await at('back', { back: 'label' });
  states['exchange-search'] = await at('outcomes', { [`outcome-${lineId}`]: 'other_product' });
  states['exchange'] = await at('exchange', { pick: `${lineId}:${productId}` });
  await at('exchange', { [`variant-${lineId}`]: variantId(sizes[1]) });
  states['review-owed'] = await at('show', { step: 'review' });
  await at('outcomes', { [`outcome-${lineId}`]: 'store_credit' });
  states['review-credit'] = await at('show', { step: 'review' });
  await at('reasons', { [`reason-${lineId}`]: broken });
  states['evidence'] = await at('show', { step: 'evidence' });
  states['evidence-wrong'] = await at('evidence', { line: lineId });
  await at('reasons', { [`reason-${lineId}`]: tooSmall });
  states['request'] = await confirm(shop, await at('show', { step: 'review' }), language);
  const request = states['request'].hidden('request');
  states['items-begun'] = await at('show', { step: 'items' });
  states['changing'] = await at('change', { request });
  states['cancel'] = await at('cancel', { request });
  states['cancelled'] = await at('cancelled', { request });
  const refunded = await openPortalShop(stage);
  const looked = await lookedAt(refunded, 'refund');
  await paidBack(refunded, looked.returnId, 'original');
  states['refunded'] = await refunded.visit({ language, form: { key: refunded.keyOf(), do: 'follow', request: looked.request } });
  await promise(shop.ctx, { period: { kind: 'final_sale' }, approval: { by: 'person' } });
  const late = await openPortalShop(stage, { base: { period: { kind: 'final_sale' } } });
  const asLate = (what: string, fields: Record<string, string> = {}) => late.visit({ language, form: { key: late.keyOf(), do: what, ...fields } });
  states['refused'] = await asLate('show', { step: 'items' });
  await asLate('items', { line: late.lineId });
  states['exception'] = await asLate('reasons', { [`reason-${late.lineId}`]: tooSmall });
  states['exception-wrong'] = await asLate('outcomes', { [`outcome-${late.lineId}`]: 'refund' });
  await turnPortal(late, false);
  states['closed'] = await late.visit({ language });
  states['closed-holder'] = await late.visit({ language, query: { key: late.keyOf() } });
  return states;
}

/** Confirms what a review shows. */
export function confirm(shop: PortalShop, review: PortalPage, language = 'en'): Promise<PortalPage> {
  const fields = Object.fromEntries(['draft', 'revision', 'refund', 'owed', 'bonus', 'currency'].map((name) => [name, review.hidden(name)]));
  return shop.visit({ language, form: { key: shop.keyOf(), do: 'review', ...fields } });
}
