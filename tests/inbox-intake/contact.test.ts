import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { customerLocales } from '#app/kernel/locales.ts';
import { minute, second } from '#app/kernel/time.ts';
import { closed, visitContact, type Visiting } from './contact-visit.ts';
import { inboxStage, type InboxStage } from './stage.ts';

let stage: InboxStage;
let picture: Uint8Array;
beforeAll(async () => {
  stage = await inboxStage();
  picture = new Uint8Array(await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } }).png().toBuffer());
  const order = (id: string, name: string, email: string) =>
    stage.ctx.tx((tx) => tx.$executeRaw`
      insert into orders (id, name, email, created_at, processed_at, updated_at, currency, presentment_currency, subtotal, discounts, shipping, tax, duties, tip, total, refunded, subtotal_presentment, discounts_presentment,
        shipping_presentment, tax_presentment, duties_presentment, tip_presentment, total_presentment, refunded_presentment, fingerprint, search, imported)
      values (${id}, ${name}, ${email}, now(), now(), now(), 'EUR', 'EUR', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'x', '', false)`);
  await order('1', '#1001', 'anna@customer.example');
  await order('2', '#1002', 'someone.else@customer.example');
});
afterAll(() => stage.close());

const visit = (visiting: Visiting = {}) => visitContact(stage, visiting);

const written = { email: 'Anna@customer.example', name: 'Anna', topic: 'shipping', order: '1001', message: 'Where is my parcel?', agree: 'yes', website: '' };
/** A form that somebody took their time with. */
async function formKey(): Promise<string> {
  const { key } = await visit();
  stage.clock.offset += 20 * second;
  return key;
}
const latest = async () => {
  const found = await stage.ctx.tx(async (tx) => {
    const message = await tx.messages.findFirst({ where: { channel: 'form', direction: 'in' }, orderBy: { id: 'desc' } });
    const ticket = message && (await tx.tickets.findFirst({ where: { id: message.ticket_id } }));
    const orders = message ? await tx.ticket_orders.findMany({ where: { ticket_id: message.ticket_id } }) : [];
    const events = message ? await tx.ticket_events.findMany({ where: { ticket_id: message.ticket_id } }) : [];
    const files = message ? await tx.message_files.findMany({ where: { message_id: message.id } }) : [];
    return { message, ticket, orders, events, files };
  });
  if (!found.message || !found.ticket) throw new Error('Nothing was written.');
  return { ...found, message: found.message, ticket: found.ticket };
};

describe('the contact form', () => {
  test.each(customerLocales)('speaks %s', async (language) => {
    const { html, status } = await visit({ language });
    expect(status).toBe(200);
    expect(html).toContain(`<div class="ac-track" lang="${language}"`);
    const heading = /<h1>(.*?)<\/h1>/.exec(html)?.[1];
    expect(heading === 'Write to us').toBe(language === 'en');
    expect(html).not.toMatch(/<script|\{\{|\{%/);
  });

  test('becomes a ticket with its order, photos and words', async () => {
    const form = await formKey();
    const { html } = await visit({ fields: { ...written, form }, photos: [picture] });
    expect(html).toContain('We have your message');
    const { message, ticket, orders, files } = await latest();
    expect(ticket).toMatchObject({ channel: 'form', category: 'shipping', subject: 'Delivery · #1001', spam: false, state: 'new' });
    expect(message).toMatchObject({ from_address: 'anna@customer.example', author_name: 'Anna', text: 'Where is my parcel?', verified: 'unknown', placed_by: 'form' });
    expect(orders).toMatchObject([{ order_id: '1', reason: 'form' }]);
    expect(files).toMatchObject([{ type: 'image/jpeg', filename: 'photo-1.jpg' }]);
    expect(stage.files.held.has(files[0]?.file ?? '')).toBe(true);
  });

  test('sent twice is one message', async () => {
    const form = await formKey();
    const before = await stage.counts();
    await visit({ fields: { ...written, form } });
    const { html } = await visit({ fields: { ...written, form } });
    expect(html).toContain('We have your message');
    expect((await stage.counts()).tickets).toBe(before.tickets + 1);
  });

  test('links no order of somebody else, and answers as if it were theirs', async () => {
    const own = await visit({ fields: { ...written, form: await formKey() } });
    const other = await visit({ fields: { ...written, order: '1002', form: await formKey() } });
    expect(other.html).toBe(own.html);
    const { orders, events } = await latest();
    expect(orders).toEqual([]);
    expect(events.map(({ type }) => type)).toContain('order_named');
  });

  test.each([
    ['fills in the field nobody sees', { website: 'https://spam.example' }, 20 * second],
    ['is faster than anybody writes, and unknown,', { email: 'nobody@customer.example' }, second],
  ])('whoever %s is kept apart, and hears nothing of it', async (_, fields, after) => {
    const { key } = await visit();
    stage.clock.offset += after;
    const { html, status } = await visit({ fields: { ...written, ...fields, form: key } });
    expect(status).toBe(200);
    expect(html).toContain('We have your message');
    expect((await latest()).ticket.spam).toBe(true);
  });

  test('a customer whose browser is quick is none of them', async () => {
    const { key } = await visit();
    stage.clock.offset += second;
    await visit({ fields: { ...written, form: key } });
    expect((await latest()).ticket.spam).toBe(false);
  });

  test('a form that is forged or of yesterday is kept apart, too', async () => {
    await visit({ fields: { ...written, form: 'abcdefg-000000000000000000-00000000000000000000000000000000' } });
    expect((await latest()).ticket.spam).toBe(true);
  });

  test.each([
    ['an address that is none', { email: 'anna' }, 'Enter an email address'],
    ['no message', { message: ' ' }, 'Write a few words'],
    ['no consent', { agree: '' }, 'We need your consent'],
    ['too many words', { message: 'x'.repeat(10_001) }, 'This is too long'],
  ])('with %s says so and keeps what was written', async (_, fields, words) => {
    const before = await stage.counts();
    const { html } = await visit({ fields: { ...written, ...fields, form: await formKey() } });
    expect(html).toContain(words);
    expect(html).toContain('value="Anna"');
    expect(await stage.counts()).toEqual(before);
  });

  test('refuses what is no picture', async () => {
    const { html } = await visit({ fields: { ...written, form: await formKey() }, photos: [new TextEncoder().encode('<svg onload=x>')] });
    expect(html).toContain('no picture that we can read');
  });

  test('nothing that is written runs in the page', async () => {
    const { html } = await visit({ fields: { ...written, name: '"><script>x</script>', message: '</textarea><script>x</script>{{ shop.email }}{% render x %}', agree: '', form: await formKey() } });
    expect(html).not.toMatch(/<script|\{\{|\{%/);
  });

  test('whoever writes too often waits, with what they wrote', async () => {
    closed.add('contact-visitor');
    const { html, status } = await visit({ fields: { ...written, form: await formKey() } });
    closed.clear();
    expect(status).toBe(429);
    expect(html).toContain('Where is my parcel?');
  });

  test('only who is signed in as the address’s own customer is verified', async () => {
    await stage.ctx.tx(async (tx) => {
      await tx.customers.create({ data: { id: '77', created_at: stage.clock.now(), updated_at: stage.clock.now() } });
      await tx.customer_contacts.create({ data: { customer_id: '77', kind: 'email', value: 'anna@customer.example', source: 'customer' } });
    });
    stage.clock.offset += minute;
    await visit({ fields: { ...written, form: await formKey() }, customerId: '77' });
    expect((await latest()).message.verified).toBe('yes');
    await visit({ fields: { ...written, email: 'other@customer.example', form: await formKey() }, customerId: '77' });
    expect((await latest()).message.verified).toBe('unknown');
  });
});
