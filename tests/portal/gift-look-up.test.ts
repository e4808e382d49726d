import { afterAll, describe, expect, it } from 'vitest';
import { after, minute } from '#app/kernel/time.ts';
import { giftKey } from '#app/modules/access/index.server.ts';
import { giftSetting } from '#app/modules/portal/gift-setting.ts';
import { createPortalDoor } from '#app/modules/portal/index.server.ts';
import { defaultPolicy } from '#app/modules/returns/policy/default-policy.ts';
import { portalSetting } from '#app/modules/returns/policy/portal/portal-setting.ts';
import { addPublished } from '#app/modules/returns/policy/store/policy-store.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { createLimits } from '#app/platform/limits/limits.server.ts';
import { createAuthenticateProxy } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { openStorefront, placeOrder, secret } from '../tracking/storefront.ts';
import { pageOf } from './portal-shop.ts';

const { database, ctx, log, files, visit } = await openStorefront();
afterAll(() => database.close());
const authenticate = createAuthenticateProxy({ registry: { byDomain: async () => ctx.shop, context: () => ctx }, secrets: [secret], trustProxy: false, clock: ctx.clock });
const door = createPortalDoor({ authenticate, limits: createLimits(database, log), files, secrets: [secret], log });
await ctx.tx((tx) => addPublished(tx, { version: 1, policy: defaultPolicy, publishedAt: ctx.clock.now(), publishedBy: null }));
await changeSetting(ctx, portalSetting, { value: { open: true }, version: 0, by: null });
await changeSetting(ctx, giftSetting, { value: { on: true }, version: 0, by: null });

/** An order that was sent to an address, or nowhere. */
async function send(id: string, address: { name: string; zip: string } | null) {
  await placeOrder(ctx, { id, email: 'ada@example.com', status: 'delivered' });
  const whole = address && { ...address, address1: 'Markt 1', address2: null, city: 'Leipzig', province: null, provinceCode: null, countryCode: 'DE', phone: null };
  await ctx.tx((tx) => tx.orders.updateMany({ where: { id }, data: { shipping_address: whole ?? {} } }));
}
const ask = async (order: string, lastName: string, postalCode: string, visitor = '198.51.100.50') => {
  const startedAt = performance.now();
  const { status, html } = await visit({ form: { gift: '1', order, lastName, postalCode }, visitor, door });
  return { ...pageOf(status, html), took: performance.now() - startedAt };
};
/** What differs is only what was typed. */
const bare = (html: string) => html.replaceAll(/value="[^"]*"/g, '');

describe('looking for a gift', () => {
  it('answers what is not there, went to somebody else, or was sent nowhere alike, at the same beat', async () => {
    await send('7101', { name: 'Grace Hopper', zip: '04109' });
    await send('7102', null);
    const misses = [await ask('799999', 'Hopper', '04109'), await ask('7101', 'Hopper', '04110'), await ask('7101', 'Grace', '04109'), await ask('7102', 'Hopper', '04109')];
    for (const { html, took } of misses) {
      expect(bare(html)).toBe(bare(misses[0]?.html ?? ''));
      expect(html).toContain('We could not find a delivery that fits all three.');
      expect(took).toBeGreaterThan(690);
    }
  });

  it('says at its field what is missing', async () => {
    const { html } = await ask('', '', '');
    for (const name of ['order', 'postalCode', 'lastName']) expect(html).toMatch(new RegExp(`id="ac-${name}"[^>]*aria-invalid="true"`));
  });

  it('is counted with every other look-up of a visitor, and ends after as many', async () => {
    await send('7103', { name: 'Grace Hopper', zip: '04109' });
    for (let at = 0; at < 5; at += 1) await ask('7103', `Eve${at}`, '04109', '198.51.100.60');
    for (let at = 5; at < 10; at += 1) await visit({ form: { order: '7103', contact: `eve${at}@example.com` }, visitor: '198.51.100.60' });
    expect((await ask('7103', 'Hopper', '04109', '198.51.100.60')).status).toBe(429);
  });
});

it('the key of a gift shows nothing on the tracking page, asks for no code, and is no way to the customer’s returns', async () => {
  await send('7104', { name: 'Grace Hopper', zip: '04109' });
  const key = giftKey(ctx.shop, { orderId: '7104', expiresAt: after(ctx.clock.now(), minute) }, secret);
  for (const wish of ['order', 'code', 'redeem', 'report', 'late', 'send']) {
    const { html } = await visit({ form: { key, do: wish, code: '123456' } });
    expect(html).toContain('This link is no longer valid');
    expect(html).not.toMatch(/Wool socks|ada@|a•••|Hopper/);
  }
  expect((await visit({ query: { key } })).html).toContain('This link is no longer valid');
  expect(await ctx.tx((tx) => tx.outbox.count({ where: { order_id: '7104', kind: 'access.code' } }))).toBe(0);
});
