import { createTransport, type Transporter } from 'nodemailer';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { promiseSetting } from '#app/modules/inbox/promises/promise-setting.ts';
import { inShop } from './app-database.ts';
import { askShop } from './ask-shop.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { appDocument, expectAccessible, expectNoSideScroll } from './page-checks.ts';
import { appFrame, openInAdmin, seen } from './shop-visitors.ts';
import { orderOf, scan, ship } from './ship-and-scan.ts';

const email = 'ida.brandt@example.com';
const mails = z.array(z.looseObject({ subject: z.string().nullish(), text: z.string().nullish(), messageId: z.string().nullish(), headers: z.record(z.string(), z.string()).default({}) }));
const sentAgain = z.object({ orders: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string(), legacyResourceId: z.string(), currentTotalPriceSet: z.object({ shopMoney: z.object({ amount: z.string() }) }) })) }) });
/** A mail leaves ten seconds after it was sent: until then it can be taken back. */
const patience = 60_000;

let demo: DemoSession;
let browser: Browser;
let post: Transporter;
let mia: Page;
let kenji: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  post = createTransport({ host: demo.contract.smtp.host, port: demo.contract.smtp.port, secure: false });
  [mia, kenji] = await Promise.all([signedIn('70000002'), signedIn('70000003')]);
}, 180_000);

afterAll(async () => {
  post?.close();
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

/** A browser of one of the staff. */
async function signedIn(staff: string): Promise<Page> {
  const page = await (await visitor(browser, desktop)).newPage();
  await page.goto(`${demo.shopAdmin}/sign-in/${staff}`);
  return page;
}

interface Letter {
  from: string;
  subject: string;
  text: string;
  inReplyTo?: string;
  to?: string;
}

/** What a customer's mail program sends; answers its Message-ID. */
async function write({ to = demo.contract.supportAddress, inReplyTo, ...letter }: Letter): Promise<string> {
  const sent: unknown = await post.sendMail({ ...letter, to, ...(inReplyTo ? { inReplyTo, references: inReplyTo } : {}) });
  return z.object({ messageId: z.string() }).parse(sent).messageId;
}

/** The mails that left for somebody, newest first, once there is one about this. */
async function mailAbout(words: RegExp): Promise<z.infer<typeof mails>[number]> {
  for (let tries = 0; tries < 90; tries += 1) {
    const found = mails.parse(await (await fetch(`${demo.contract.outbox}?to=${encodeURIComponent(email)}`)).json()).find(({ text }) => words.test(text ?? ''));
    if (found) return found;
    await new Promise((again) => setTimeout(again, 500));
  }
  throw new Error(`No mail says ${words}.`);
}

/** What a merchant would set on a page of the settings. */
function set(name: string, value: object): Promise<unknown> {
  return inShop(demo, (client) => client.query('insert into settings as kept (name, value, version, updated_at) values ($1, $2, 1, now()) on conflict (shop_id, name) do update set value = excluded.value, version = kept.version + 1', [name, JSON.stringify(value)]));
}

/** A page as it is on a desk and on a phone, with a picture where one is wanted. */
async function isWell(page: Page, picture?: string): Promise<void> {
  const pictures = process.env['PICTURES'];
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    const frame = await appDocument(page);
    await expectNoSideScroll(frame);
    await expectAccessible(frame);
    if (pictures && picture) await page.screenshot({ path: `${pictures}/${picture}${size === phone ? '-phone' : ''}.png` });
  }
}

const conversation = (frame: FrameLocator, subject: string) => frame.getByRole('link', { name: subject }).or(frame.getByText(subject, { exact: true })).first();

describe('the inbox', () => {
  let order = '';
  let desk: FrameLocator;
  let ticket: FrameLocator;
  let reply: z.infer<typeof mails>[number];

  test('shows a mail as it comes, without reloading, beside its writer’s order', async () => {
    const placed = await orderOf(demo, 2, email, { daysAgo: 9 });
    order = placed.name;
    const parcel = await ship(demo, placed, { company: 'UPS', number: '1Z999AA10123456784' });
    await scan(demo, parcel, { status: 'IN_TRANSIT', daysAgo: 6, city: 'Hamburg' });
    desk = await openInAdmin(mia, demo, '/app/inbox');
    await write({ from: `Ida Brandt <${email}>`, subject: `Where is ${order}?`, text: `Hello,\n\nmy order ${order} has not arrived. Where is it?\n\nIda` });
    await seen(conversation(desk, `Where is ${order}?`), 15);
    await isWell(mia, 'inbox-list');
    await conversation(desk, `Where is ${order}?`).click();
    ticket = appFrame(mia);
    await seen(ticket.getByText(`my order ${order} has not arrived`));
    await seen(ticket.getByText('This conversation'));
  }, patience);

  test('marks what is not so before it is sent, and offers what is', async () => {
    const text = ticket.getByRole('textbox', { name: 'Write to the customer' });
    await text.fill('Hello Ida, your parcel was delivered. We have refunded you.');
    await seen(ticket.getByText('no carrier says that it was delivered'), 10);
    await seen(ticket.getByText('nothing has been refunded'));
    await text.fill('');
  });

  test('answers with a macro that names what is so, and the mail threads', async () => {
    await ticket.getByLabel('Macro or help text').click();
    await ticket.getByRole('option', { name: 'Parcel late or stuck' }).click();
    const text = ticket.getByRole('textbox', { name: 'Write to the customer' });
    await expect.poll(() => text.inputValue(), { timeout: 20_000 }).toContain('1Z999AA10123456784');
    await isWell(mia, 'inbox-ticket');
    await ticket.getByRole('button', { name: 'Send', exact: true }).click();
    reply = await mailAbout(/1Z999AA10123456784[^]*You can choose/);
    expect(reply.subject).toBe(`Re: Where is ${order}?`);
  }, patience);

  test('hears the customer’s answer in the same conversation', async () => {
    await write({ from: `Ida Brandt <${email}>`, subject: `Re: Where is ${order}?`, text: 'Thank you. I would rather have my money back.', inReplyTo: reply.messageId ?? '', to: reply.headers['reply-to'] ?? '' });
    await seen(ticket.getByText('I would rather have my money back.'), 20);
  }, patience);

  test('gives money back beside the conversation', async () => {
    await ticket.getByRole('button', { name: `What may be done with ${order}` }).click();
    await ticket.getByText('Refund…').first().click();
    const dialog = ticket.getByRole('dialog');
    await dialog.getByText('An amount', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('5.00');
    await seen(dialog.getByText('What it means'));
    await dialog.getByRole('button', { name: /^Refund .*5\.00/ }).click();
    await expect.poll(() => ticket.getByRole('textbox', { name: 'Write to the customer' }).inputValue(), { timeout: 20_000 }).toContain('5.00');
    await isWell(mia, 'inbox-refunded');
    // What was put there stays, whatever the page reads meanwhile.
    expect(await ticket.getByRole('textbox', { name: 'Write to the customer' }).inputValue()).toContain('5.00');
  }, patience);

  test('sends goods again beside the conversation, and shows the parcel they leave in', async () => {
    await ticket.getByRole('button', { name: `What may be done with ${order}` }).click();
    await ticket.getByText('Send items again…').first().click();
    const dialog = ticket.getByRole('dialog');
    await seen(dialog.getByText('Bergmannstraße 12', { exact: false }));
    // No parcel is known to be lost: what is sent again, and why, is for the agent to say.
    const choices = dialog.getByRole('combobox');
    for (const line of [0, 1]) await choices.nth(line).selectOption('1');
    await choices.last().selectOption('lost');
    // Some of the money went back before: both together would be more than an agent may give.
    await seen(dialog.getByText('that counts as goodwill', { exact: false }));
    expect(await dialog.getByRole('button', { name: 'Send again' }).isDisabled()).toBe(true);
    await choices.first().selectOption('0');
    await expect.poll(() => dialog.getByText('that counts as goodwill', { exact: false }).count(), { timeout: 10_000 }).toBe(0);
    await isWell(mia, 'inbox-send-again');
    await dialog.getByRole('button', { name: 'Send again' }).dblclick();
    await expect.poll(() => ticket.getByRole('textbox', { name: 'Write to the customer' }).inputValue(), { timeout: 20_000 }).toContain('free of charge');
    const made = await askShop(demo, sentAgain, 'query { orders(first: 5, query: "tag:sent-again") { nodes { id name legacyResourceId currentTotalPriceSet { shopMoney { amount } } } } }');
    const [again] = made.orders.nodes;
    expect(made.orders.nodes.map(({ currentTotalPriceSet }) => Number(currentTotalPriceSet.shopMoney.amount))).toEqual([0]);
    await ship(demo, { id: again?.id ?? '', name: again?.name ?? '', legacyId: again?.legacyResourceId ?? '', email }, { company: 'UPS', number: '1Z999AA10123456793' });
    // A page hears of its own conversation only: the parcel is there when it is read again.
    const readAgain = async () => {
      const beside = await openInAdmin(mia, demo, new URL(mia.url()).pathname.replace(/^.*\/apps\/aftercare/, ''));
      await beside.getByRole('button', { name: `Details of ${again?.name}` }).click();
      return beside.getByText('1Z999AA10123456793').count();
    };
    await expect.poll(readAgain, { timeout: 20_000 }).toBeGreaterThan(0);
    await isWell(mia, 'inbox-sent-again');
  }, patience);

  test('keeps two agents from answering past each other', async () => {
    const other = await openInAdmin(kenji, demo, new URL(mia.url()).pathname.replace(/^.*\/apps\/aftercare/, ''));
    await seen(other.getByText('I would rather have my money back.'));
    await seen(ticket.getByText(/Kenji Mori/), 15);
    await other.getByRole('textbox', { name: 'Write to the customer' }).fill('Hello Ida, I see to it.');
    await other.getByRole('button', { name: 'Send', exact: true }).click();
    await mailAbout(/I see to it/);
    await ticket.getByRole('button', { name: 'Send', exact: true }).click();
    await seen(ticket.getByRole('button', { name: /anyway/i }), 15);
    await isWell(mia, 'inbox-collision');
  }, patience);

  test('finds Chinese by two signs', async () => {
    await write({ from: '李明 <li.ming@example.cn>', subject: '包裹还没有到', text: '您好,我的包裹已经十天没有更新了,请帮我查一下。谢谢!' });
    desk = await openInAdmin(kenji, demo, '/app/inbox');
    await seen(conversation(desk, '包裹还没有到'), 15);
    const found = await openInAdmin(kenji, demo, `/app/inbox/search?q=${encodeURIComponent('更新')}`);
    await seen(found.getByText('包裹还没有到').first());
    await isWell(kenji, 'inbox-search');
  }, patience);

  test('merges two conversations, and takes them apart again', async () => {
    const second = 'One more thing';
    await write({ from: `Ida Brandt <${email}>`, subject: second, text: 'Could you also send me the invoice?' });
    desk = await openInAdmin(kenji, demo, '/app/inbox?view=all');
    await seen(conversation(desk, second), 15);
    for (const subject of [second, `Where is ${order}?`]) await desk.getByRole('row').filter({ hasText: subject }).getByRole('checkbox').check({ force: true });
    await desk.getByRole('button', { name: 'Merge' }).click();
    await desk.getByRole('dialog').getByText(`Where is ${order}?`).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
    await seen(ticket.getByText('Could you also send me the invoice?'), 15);
    await isWell(mia, 'inbox-merged');
    await ticket.getByRole('button', { name: 'Take out' }).first().click();
    await expect.poll(() => ticket.getByText('Could you also send me the invoice?').count(), { timeout: 15_000 }).toBe(0);
  }, patience);

  test('warns of a promise, and writes down the one that was broken', async () => {
    await set('inbox-promises', { ...promiseSetting.initial, email: { first_reply: 30, next_reply: 30, resolution: 60, counts: 'always' }, warnBefore: 60 });
    await write({ from: 'Nils Holm <nils.holm@example.com>', subject: 'Charged twice', text: 'My card was charged twice.' });
    desk = await openInAdmin(kenji, demo, '/app/inbox?view=due');
    await seen(desk.getByRole('row').filter({ hasText: 'Charged twice' }).getByText(/left$/), 20);
    await inShop(demo, async (client) => {
      // All of it happened an hour ago.
      const its = `ticket_id = (select id from tickets where subject = 'Charged twice')`;
      await client.query(`update messages set created_at = created_at - interval '1 hour', happened_at = happened_at - interval '1 hour' where ${its}`);
      await client.query(`update ticket_events set happened_at = happened_at - interval '1 hour' where ${its}`);
      await client.query(`delete from ticket_promises where ${its}`);
      await client.query(`update tickets set created_at = created_at - interval '1 hour', waiting_since = waiting_since - interval '1 hour' where subject = 'Charged twice'`);
      await client.query(`select app.add_job('inbox.watch-promises', json_build_object('ticketId', (select id from tickets where subject = 'Charged twice')), null, null, 12, null, null, 0)::text`);
    });
    await conversation(desk, 'Charged twice').click();
    await seen(appFrame(kenji).getByText(/First reply was due/), 20);
    await isWell(kenji, 'inbox-promise');
  }, patience);

  test('takes what is written on the storefront, once, in its writer’s language', async () => {
    const page = await (await visitor(browser, phone)).newPage();
    await page.goto(`${demo.contract.storefront}/apps/aftercare/contact`);
    await page.locator('form').filter({ has: page.getByLabel('Your message') }).evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await page.getByRole('button', { name: 'Send' }).click();
    await seen(page.getByText('Please check the fields that are marked.'));
    await expectAccessible(page);
    await page.getByLabel('Your name').fill('Ida Brandt');
    await page.getByLabel('Your email address').fill(email);
    await page.getByLabel('Order number').fill(order);
    await page.getByLabel('What is it about?').selectOption({ label: 'A product' });
    await page.getByLabel('Your message').fill('Can the lantern stand in the rain?');
    await page.getByLabel(/may use what I write here/).check();
    // Whoever sends a form within three seconds is a program.
    await page.waitForTimeout(3_100);
    const pictures = process.env['PICTURES'];
    if (pictures) await page.screenshot({ path: `${pictures}/contact-form-phone.png`, fullPage: true });
    await page.getByRole('button', { name: 'Send' }).dblclick();
    await seen(page.getByRole('heading', { name: 'We have your message' }));
    await page.goto(`${demo.contract.storefront}/zh/apps/aftercare/contact`);
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    await page.close();
    desk = await openInAdmin(kenji, demo, '/app/inbox');
    await seen(desk.getByText('Can the lantern stand in the rain?').first(), 20);
    const kept = await inShop(demo, async (client) => (await client.query<{ many: number }>(`select count(*)::int as many from messages where text like '%lantern stand in the rain%'`)).rows[0]?.many);
    expect(kept).toBe(1);
  }, patience);

  test('asks once how it was, and shows what was said', async () => {
    await set('inbox-satisfaction', { asks: true, afterHours: 1, restDays: 0 });
    await ticket.getByRole('button', { name: 'Solve', exact: true }).click();
    // What met another's answer above was never sent.
    await seen(ticket.getByText('Your reply has not been sent'));
    await isWell(mia, 'inbox-unsent');
    await ticket.getByRole('button', { name: 'Solve without sending' }).click();
    await seen(ticket.getByRole('button', { name: 'Open again' }), 15);
    await inShop(demo, (client) => client.query(`select app.add_job('inbox.ask-satisfaction', json_build_object('ticketId', 1), null, null, 12, null, null, 0)::text`));
    await seen(ticket.getByText('Asked how it was'), 20);
    // It waits its turn behind the notice of today: nobody hears twice within the window.
    const asked = await inShop(demo, async (client) => (await client.query<{ text_body: string }>(`select text_body from outbox where kind = 'inbox.satisfaction'`)).rows[0]?.text_body);
    const link = /(https?:\/\/\S+\/rating\S*score=4)/.exec(asked ?? '')?.[1] ?? '';
    const page = await (await visitor(browser, phone)).newPage();
    await page.goto(link);
    // The click in the mail was the answer; words may follow.
    await seen(page.getByRole('heading', { name: 'Thank you' }));
    expect(await page.getByLabel('Satisfied', { exact: true }).isChecked()).toBe(true);
    await page.getByLabel(/What should we know/).fill('Quick and kind.');
    await expectAccessible(page);
    const pictures = process.env['PICTURES'];
    if (pictures) await page.screenshot({ path: `${pictures}/rating-phone.png`, fullPage: true });
    await page.getByRole('button', { name: 'Send' }).click();
    await seen(page.getByRole('heading', { name: 'Thank you' }));
    await page.close();
    await seen(ticket.getByText('Quick and kind.'), 20);
  }, patience);
});
