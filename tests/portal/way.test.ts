import { describe, expect, it } from 'vitest';
import { openRequestsStage, tooSmall } from '../returns-requests/stage.ts';
import { openPortalShop } from './portal-shop.ts';

const stage = await openRequestsStage();

describe('the way of a return', () => {
  it('leads from the items to a return at Shopify by forms alone', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    const items = await shop.visit({ query: { key: shop.keyOf() } });
    expect(items.text).toContain('What would you like to send back?');
    const reasons = await shop.step('items', { line: lineId, [`units-${lineId}`]: '2' });
    expect(reasons.text).toContain('Why are you sending it back?');
    const outcomes = await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
    expect(outcomes.text).toContain('About €20.00 to your payment method');
    const back = await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
    expect(back.text).toContain('How does it go back?');
    const review = await shop.step('back', { back: 'label' });
    expect(review.text).toContain('You get back €20.00');
    const fields = Object.fromEntries(['draft', 'revision', 'refund', 'owed', 'bonus', 'currency'].map((name) => [name, review.hidden(name)]));
    const made = await shop.step('review', fields);
    expect(made.text).toContain('Please send it back now');
    expect(shop.returns()).toMatchObject([{ status: 'OPEN', lineItems: [{ quantity: 2 }] }]);
  });
});
