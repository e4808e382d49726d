import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { expectNoSideScroll, expectNothingFromAxe } from './page-checks.ts';
import { orderOf, scan, ship } from './ship-and-scan.ts';
import { openInAdmin, seen } from './shop-visitors.ts';

const left = z.array(z.looseObject({ id: z.string(), channel: z.string(), to: z.array(z.string()), subject: z.string().nullable(), text: z.string().nullable(), headers: z.record(z.string(), z.string()) }));
type Left = z.infer<typeof left>[number];

let demo: DemoSession;
let browser: Browser;
let parcels = 0;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  // Shopify tells whole seconds: what shares the installation's may have been before it, and is history.
  await sleep(1_100);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

/** What reached a person, newest first. */
async function arrived(to: string): Promise<Left[]> {
  return left.parse(await (await fetch(`${demo.contract.outbox}?to=${encodeURIComponent(to)}`)).json());
}

/** A parcel of a new order of this customer, on its way. */
async function parcelOf(email: string, number: string | null = null) {
  const order = await orderOf(demo, 1, email, { phone: number });
  const fulfillment = await ship(demo, order, { company: 'DHL Parcel', number: `0034043416109404${3_000 + (parcels += 1)}` });
  return { order, tell: (status: string) => scan(demo, fulfillment, { status, daysAgo: 0 }) };
}

/** What came of that subject or words, and how many milliseconds after this call. */
async function soonArrives(to: string, words: RegExp): Promise<{ message: Left; after: number }> {
  const from = Date.now();
  const find = async () => (await arrived(to)).find(({ subject, text }) => words.test(`${subject ?? ''} ${text ?? ''}`));
  await expect.poll(find, { timeout: 10_000, interval: 50 }).toBeDefined();
  const message = await find();
  if (!message) throw new Error('It was there and is gone.');
  return { message, after: Date.now() - from };
}

const linkIn = ({ text }: Left, page: string) => new RegExp(`https?://\\S+/apps/aftercare/${page}\\?\\S+`).exec(text ?? '')?.[0] ?? '';
const unsubscribeOf = ({ headers }: Left) => /<(.+)>/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? '';

async function inAdmin<Result>(path: string, look: (app: Awaited<ReturnType<typeof openInAdmin>>, page: Page) => Promise<Result>): Promise<Result> {
  const page = await (await visitor(browser, desktop)).newPage();
  const result = await look(await openInAdmin(page, demo, path), page);
  await page.context().close();
  return result;
}

describe('a scan', () => {
  const customer = 'ines.scan@example.com';
  let mail: Left;

  test('is a mail in the customer’s mailbox within five seconds', async () => {
    const { tell } = await parcelOf(customer);
    await tell('OUT_FOR_DELIVERY');
    const { message, after } = await soonArrives(customer, /out for delivery/i);
    mail = message;
    expect(after).toBeLessThan(5_000);
    const page = await (await visitor(browser, phone)).newPage();
    await page.goto(demo.contract.outbox.replace('outbox.json', `mailbox/${message.id}`));
    await seen(page.getByRole('heading', { name: message.subject ?? '' }));
    await page.context().close();
  });

  test('is told once, however often the carrier repeats it', async () => {
    const { tell } = await parcelOf('ines.twice@example.com');
    await tell('OUT_FOR_DELIVERY');
    await tell('OUT_FOR_DELIVERY');
    await soonArrives('ines.twice@example.com', /out for delivery/i);
    await tell('DELIVERED');
    await soonArrives('ines.twice@example.com', /delivered/i);
    expect((await arrived('ines.twice@example.com')).filter(({ subject }) => /out for delivery/i.test(subject ?? ''))).toHaveLength(1);
  });

  test('leads by its mail to the tracking page, and the merchant sees that it did', async () => {
    const page = await (await visitor(browser, phone)).newPage();
    await page.goto(linkIn(mail, 'track'));
    await seen(page.getByText('Your parcel is out for delivery'));
    await page.context().close();
    await inAdmin('/app/messages', async (app) => {
      await app.getByLabel('Result').selectOption({ label: 'Link followed' });
      await app.getByRole('link', { name: mail.subject ?? '' }).first().click();
      await seen(app.getByText('The customer opened the tracking page'));
    });
  });
});

describe('a customer who wants less', () => {
  const customer = 'uwe.less@example.com';
  let mail: Left;

  test('unsubscribes with one click in the mail program, and hears no more of that kind', async () => {
    await (await parcelOf(customer)).tell('OUT_FOR_DELIVERY');
    ({ message: mail } = await soonArrives(customer, /out for delivery/i));
    expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const answer = await fetch(unsubscribeOf(mail), { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    expect(answer.status).toBe(200);

    const next = await parcelOf(customer);
    await next.tell('OUT_FOR_DELIVERY');
    await inAdmin('/app/messages?held=opted_out', (app) => seen(app.getByText(customer), 15));
    expect((await arrived(customer)).filter(({ subject }) => /out for delivery/i.test(subject ?? ''))).toHaveLength(1);
    await next.tell('DELIVERED');
    await soonArrives(customer, /delivered/i);
  });

  test('finds that choice on the page in the mail’s footer, and takes it back there', async () => {
    const page = await (await visitor(browser, phone)).newPage();
    await page.goto(linkIn(mail, 'preferences'));
    const choice = page.getByRole('checkbox', { name: /out for delivery/i });
    expect(await choice.isChecked()).toBe(false);
    await expectNoSideScroll(page);
    await expectNothingFromAxe(page);
    await choice.check();
    await page.getByRole('button', { name: 'Save' }).click();
    await seen(page.getByText('Your choice is saved.'));
    expect(await choice.isChecked()).toBe(true);
    await page.context().close();

    await (await parcelOf(customer)).tell('OUT_FOR_DELIVERY');
    await expect.poll(async () => (await arrived(customer)).filter(({ subject }) => /out for delivery/i.test(subject ?? '')).length, { timeout: 10_000 }).toBe(2);
  });
});

describe('a text message', () => {
  test('reaches the phone once the merchant chose that way for a kind', async () => {
    await inAdmin('/app/notices/attempted/rules', async (app, page) => {
      await app.getByRole('checkbox', { name: 'Text message (SMS)' }).check({ force: true });
      await page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Save' }).click();
      await seen(page.getByRole('status').getByText('Saved'));
    });
    const number = '+4915112345678';
    const { order, tell } = await parcelOf('sara.sms@example.com', number);
    await tell('ATTEMPTED_DELIVERY');
    const { message, after } = await soonArrives(number, /\S/);
    expect([message.channel, after < 5_000]).toEqual(['sms', true]);
    const page = await (await visitor(browser, phone)).newPage();
    await page.goto(demo.contract.outbox.replace('outbox.json', `phone/${encodeURIComponent(number)}`));
    await seen(page.getByText(message.text?.split(/\s*https?:/)[0] ?? ''));
    await page.goto(linkIn(message, 't'));
    await seen(page.getByText(order.name).first());
    await page.context().close();
    await soonArrives('sara.sms@example.com', /deliver/i);
  });
});

describe('the merchant', () => {
  test('sees above the kinds of notices what became of all messages', async () => {
    await inAdmin('/app/notices', async (app) => {
      await seen(app.getByRole('heading', { name: 'Last 30 days' }));
      await app.getByRole('link', { name: /^Link followed: \d+$/ }).click();
      await seen(app.getByRole('cell', { name: /out for delivery/i }).first());
    });
  });
});
