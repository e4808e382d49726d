import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { customerLocales } from '#app/kernel/locales.ts';
import { minute, second } from '#app/kernel/time.ts';
import { messageFile } from '#app/modules/inbox/index.server.ts';
import { replySetting } from '#app/modules/inbox/replies/reply-setting.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
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

const written = { email: 'Anna@customer.example', name: 'Anna', topic: 'product', order: '1001', message: 'Where is my parcel?', agree: 'yes', website: '' };
/** A form that somebody took their time with. */
async function formKey(): Promise<string> {
  const { key } = await visit();
  stage.clock.offset += 20 * second;
  return key;
}
const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF');
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

  test('takes as many words as it says, in lines as they were typed', async () => {
    const message = `${'It is a long story.\n'.repeat(500)}`.trim();
    expect(message.length).toBe(9_999);
    const { html } = await visit({ fields: { ...written, form: await formKey(), message } });
    expect(html).toContain('role="status"');
    expect((await latest()).message.text).toBe(message);
  });

  test('becomes a ticket with its order, files and words', async () => {
    const form = await formKey();
    const { html } = await visit({ fields: { ...written, topic: 'shipping', form }, files: [picture, pdf] });
    expect(html).toContain('We have your message');
    const { message, ticket, orders, files } = await latest();
    expect(ticket).toMatchObject({ channel: 'form', category: 'shipping', subject: 'Delivery · #1001', spam: false, state: 'new' });
    expect(message).toMatchObject({ from_address: 'anna@customer.example', author_name: 'Anna', text: 'Where is my parcel?', verified: 'unknown', placed_by: 'form' });
    expect(orders).toMatchObject([{ order_id: '1', reason: 'form' }]);
    expect(files).toMatchObject([{ type: 'image/jpeg', filename: 'photo-1.jpg' }, { type: 'application/pdf', filename: 'document-2.pdf', size: pdf.length }]);
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

  test('sent again with other words or files is another message, and takes nothing from the first', async () => {
    const form = await formKey();
    await visit({ fields: { ...written, form }, files: [picture] });
    const first = await latest();
    const kept = stage.files.held.get(first.files[0]?.file ?? '');
    await visit({ fields: { ...written, message: 'And it was damaged.', form }, files: [pdf] });
    const second = await latest();
    expect(second.message).toMatchObject({ text: 'And it was damaged.' });
    await visit({ fields: { ...written, form }, files: [new Uint8Array(await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } }).png().toBuffer())] });
    expect((await latest()).message.id).not.toBe(second.message.id);
    expect(stage.files.held.get(first.files[0]?.file ?? '')).toEqual(kept);
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
    ['fills in the field nobody sees', { website: 'https://spam.example' }, 20 * second, 'hidden-field'],
    ['is faster than anybody writes, and unknown,', { email: 'nobody@customer.example' }, second, 'too-fast'],
  ])('whoever %s is kept apart, and hears nothing of it', async (_, fields, after, sign) => {
    const { key } = await visit();
    stage.clock.offset += after;
    const { html, status } = await visit({ fields: { ...written, ...fields, form: key } });
    expect(status).toBe(200);
    expect(html).toContain('We have your message');
    const { ticket } = await latest();
    expect(ticket.spam).toBe(true);
    expect(await stage.ctx.tx((tx) => tx.messages.findMany({ where: { ticket_id: ticket.id }, select: { spam_signs: true } }))).toEqual([{ spam_signs: [sign] }]);
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
    ['an address that is none', { email: 'anna' }, 'Enter your whole email address'],
    ['no message', { message: ' ' }, 'One sentence on what it is about'],
    ['no consent', { agree: '' }, 'Tick this box'],
    ['too many words', { message: 'x'.repeat(10_001) }, 'longer than 10,000 characters'],
  ])('with %s says so and keeps what was written', async (_, fields, words) => {
    const before = await stage.counts();
    const { html } = await visit({ fields: { ...written, ...fields, form: await formKey() } });
    expect(html).toContain(words);
    expect(html).toContain('value="Anna"');
    expect(await stage.counts()).toEqual(before);
  });

  test.each([
    ['neither a picture nor a document', '<svg onload=x>'],
    ['a page that says later what it is not', '<script>x</script>%PDF-1.7'],
    ['a document by its first sign alone', '%PDF'],
  ])('refuses what is %s, and says what to choose instead', async (_, content) => {
    const before = await stage.counts();
    const { html } = await visit({ fields: { ...written, form: await formKey() }, files: [pdf, new TextEncoder().encode(content)] });
    expect(html).toContain('Save it as JPEG, PNG, WebP or PDF');
    expect(await stage.counts()).toEqual(before);
  });

  test('says before the click what it takes, and after a refusal that files are to be chosen again', async () => {
    const { html } = await visit();
    expect(html).toContain('up to 5 files of at most 10 MB each. JPEG, PNG, WebP or PDF.');
    const again = await visit({ fields: { ...written, agree: '', form: await formKey() }, files: [picture] });
    expect(again.html).toContain('Please choose them again');
    const many = await visit({ fields: { ...written, form: await formKey() }, files: Array.from({ length: 6 }, () => picture) });
    expect(many.html).toContain('Choose 5 at most');
  });

  test('gives a document to staff to keep, and to no browser to open', async () => {
    await visit({ fields: { ...written, form: await formKey() }, files: [pdf] });
    const [file] = (await latest()).files;
    const { headers } = await messageFile(stage.ctx, stage.files, { id: file?.id ?? '', staffId: null });
    expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual(['application/octet-stream', 'nosniff']);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="document-1\.pdf"/);
  });

  test('says of mails only what is so: a confirmation where the shop sends one, and its answer', async () => {
    const send = async () => (await visit({ fields: { ...written, form: await formKey() } })).html;
    expect(await send()).toContain('answer our reply once you have it');
    await changeSetting(stage.ctx, replySetting, { value: { undoSeconds: 10, acknowledges: true }, version: 0, by: null });
    expect(await send()).toContain('You usually get a confirmation by email');
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
    expect(html).toContain('in 1 minute;');
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
