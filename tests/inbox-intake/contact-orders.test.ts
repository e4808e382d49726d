import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessSetting, orderKey } from '#app/modules/access/index.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { day, second } from '#app/kernel/time.ts';
import { addOrder } from '../outbox/stage.ts';
import { visitContact, type Visiting } from './contact-visit.ts';
import { inboxStage, secrets, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
  await addOrder(stage.ctx, '1001', { email: 'anna@customer.example' });
  await addOrder(stage.ctx, '1002', { email: 'someone.else@customer.example' });
  await stage.ctx.tx((tx) => tx.$executeRaw`update orders set fingerprint = 'known'`);
});
afterAll(() => stage.close());

const heading = 'This is how your order stands';
const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF');
const visit = (visiting: Visiting = {}) => visitContact(stage, visiting);
/** What somebody who asks where their order is writes in a form that they took their time with. */
async function asking(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const { key: form } = await visit();
  stage.clock.offset += 20 * second;
  return { email: 'anna@customer.example', name: 'Anna', topic: 'shipping', order: '1001', message: 'Where is it?', agree: 'yes', form, ...more };
}
const hiddenIn = (html: string): Record<string, string> => Object.fromEntries([...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
const tickets = async () => (await stage.counts()).tickets;
const linked = () => stage.ctx.tx(async (tx) => {
  const last = await tx.tickets.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return (await tx.ticket_orders.findMany({ where: { ticket_id: last.id } })).map(({ order_id, reason }) => `${order_id} ${reason}`);
});
const keyTo = (orderId: string, expiresAt = new Date(stage.clock.now().getTime() + day)) => orderKey(stage.ctx.shop, { orderId, purpose: 'order', expiresAt }, secrets[0]);

describe('whoever asks where their order is', () => {
  test('sees how it stands before anything is sent, and sends with one press', async () => {
    const before = await tickets();
    const { html } = await visit({ fields: await asking({ message: 'Where <is> it?' }) });
    expect(html).toContain(heading);
    expect(html).toContain('Order #1001');
    expect(html).toContain('Where &lt;is&gt; it?</textarea>');
    expect(await tickets()).toBe(before);
    const done = await visit({ fields: { ...hiddenIn(html), message: 'Where is it, please?' } });
    expect(done.html).toContain('We have your message');
    expect(await tickets()).toBe(before + 1);
    expect(await linked()).toEqual(['1001 form']);
  });

  test.each([
    ['an address that is not the order’s own', { email: 'eve@customer.example' }],
    ['an order that is somebody else’s', { order: '1002' }],
    ['an order that nobody has', { order: '4711' }],
  ])('learns nothing with %s: it is taken like any other', async (_, fields) => {
    const before = await tickets();
    const { html } = await visit({ fields: await asking(fields) });
    expect(html).toContain('We have your message');
    expect(html).not.toContain(heading);
    expect(await tickets()).toBe(before + 1);
    expect(await linked()).toEqual([]);
  });

  test('is not held up with files, nor about anything else, nor where they said so already', async () => {
    for (const visiting of [{ fields: await asking(), files: [pdf] }, { fields: await asking({ topic: 'billing' }) }, { fields: await asking({ sure: 'yes' }) }]) {
      expect((await visit(visiting)).html).toContain('We have your message');
    }
  });

  test('is looked up for no program: what is kept apart as spam asks nothing', async () => {
    expect((await visit({ fields: await asking({ website: 'https://spam.example' }) })).html).toContain('We have your message');
    expect((await visit({ fields: await asking({ form: 'abcdefg-000000000000000000-00000000000000000000000000000000' }) })).html).toContain('We have your message');
  });
});

describe('whoever comes from the page of an order', () => {
  test('finds it in the form with its state, and their ticket has it, whatever address they write from', async () => {
    const key = keyTo('1001');
    const { html } = await visit({ fields: { key } });
    expect(html).toContain('Order #1001');
    expect(html).toMatch(/id="ac-order"[^>]*value="#1001"/);
    const chosen = [{ fields: { key, topic: 'returns' } }, { query: '?topic=returns' }];
    for (const visiting of chosen) expect((await visit(visiting)).html).toContain('<option value="returns" selected="">');
    // A key in an address opens nothing.
    expect((await visit({ query: `?key=${key}` })).html).not.toContain('#1001');
    const { html: done } = await visit({ fields: await asking({ email: 'anna.at.work@customer.example', order: '#1001', key }) });
    expect(done).toContain('We have your message');
    expect(await linked()).toEqual(['1001 form']);
  });

  test('and writes about another one has not shown that they may see that', async () => {
    await visit({ fields: await asking({ email: 'eve@customer.example', topic: 'product', order: '#1002', key: keyTo('1001') }) });
    expect(await linked()).toEqual([]);
  });

  test('with a key that is forged, over or not of an order gets the form as anybody does', async () => {
    for (const key of [`${keyTo('1001')}x`, keyTo('1001', stage.clock.now()), keyTo('4711'), 'x']) {
      const { html, status } = await visit({ fields: { key } });
      expect(status).toBe(200);
      expect(html).toContain('Write to us');
      expect(html).not.toContain('#1001');
    }
  });

  test('sees nothing of it where the shop wants a code first', async () => {
    await changeSetting(stage.ctx, accessSetting, { value: { askForCode: 'always' }, version: 0, by: null });
    const { html } = await visit({ fields: { key: keyTo('1001') } });
    expect(html).not.toContain('#1001');
    expect((await visit({ fields: await asking() })).html).toContain('We have your message');
  });
});
