import { afterAll, describe, expect, it } from 'vitest';
import { openStorefront, placeOrder } from './storefront.ts';

const { database, ctx, visit } = await openStorefront();
afterAll(() => database.close());

const text = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';

/** An order of customer 77, and the key of who looked it up. */
async function lookedUp(id: string): Promise<string> {
  await placeOrder(ctx, { id, email: 'ada@example.com', message: 'Signed by Ada' });
  await ctx.tx(async (tx) => {
    await tx.customers.upsert({ where: { shop_id_id: { shop_id: ctx.shop.id, id: '77' } }, create: { id: '77' }, update: {} });
    await tx.orders.updateMany({ where: { id }, data: { customer_id: '77' } });
  });
  return hidden((await visit({ form: { order: id, contact: 'ada@example.com' } })).html, 'key');
}

describe('a customer who is signed in to the shop', () => {
  it('is shown everything of their own order without a code, and may report at once', async () => {
    const key = await lookedUp('3001');
    expect(text((await visit({ form: { key } })).html)).not.toContain('Signed by Ada');
    expect(text((await visit({ form: { key }, customer: '77' })).html)).toContain('Signed by Ada');
    expect((await visit({ form: { key, do: 'report' }, customer: '77' })).html).toContain('In your words');
  });

  it('is asked for a code on another’s order, as everybody is', async () => {
    const key = await lookedUp('3002');
    expect(text((await visit({ form: { key }, customer: '78' })).html)).not.toContain('Signed by Ada');
    expect(text((await visit({ form: { key, do: 'report' }, customer: '78' })).html)).toContain('Confirm that it is you');
  });

  it('opens nothing by being signed in alone', async () => {
    await lookedUp('3003');
    for (const key of ['3003', '3003.order.zzzzzz.x']) expect(text((await visit({ form: { key }, customer: '77' })).html)).toContain('This link is no longer valid');
  });
});
