import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import type { DemoSession } from './demo-session.ts';

/** Opens a page of the app inside the shop's admin, as its menu would: `/app/orders`. Answers the app's frame once it hears live news. */
export async function openInAdmin(page: Page, { contract }: DemoSession, path: string): Promise<FrameLocator> {
  const live = page.waitForResponse((response) => new URL(response.url()).pathname === '/live' && response.ok());
  await page.goto(contract.admin + path);
  await live;
  return appFrame(page);
}

/** The app inside the admin that a page shows. */
export function appFrame(page: Page): FrameLocator {
  return page.getByTitle('Aftercare', { exact: true }).contentFrame();
}

interface Buyer {
  email: string;
  firstName: string;
  lastName: string;
}

/** Buys the first product of the home page down the whole road; answers the order's name as the confirmation says it. */
export async function placeOrder(page: Page, { contract }: DemoSession, { email, firstName, lastName }: Buyer): Promise<string> {
  await page.goto(contract.storefront);
  await page.getByRole('main').getByRole('article').first().getByRole('link').click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('heading', { name: 'Your cart' }).waitFor();
  await page.getByRole('button', { name: 'Check out' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Country or region').selectOption({ label: 'Germany' });
  await page.getByLabel('First name').fill(firstName);
  await page.getByLabel('Last name').fill(lastName);
  await page.getByLabel('Street and number').fill('Bergmannstraße 12');
  await page.getByLabel('Postal code').fill('20095');
  await page.getByLabel('City').fill('Hamburg');
  await page.getByRole('button', { name: /^Pay now/ }).last().click();
  await page.getByRole('heading', { name: 'Thank you, your order is in' }).waitFor();
  const said = await page.getByText(/^Order #\d+$/).innerText();
  return said.replace('Order ', '');
}

/** Looks an order up on the storefront's tracking page, in that language's words. */
export async function lookUp(page: Page, { contract }: DemoSession, order: string, contact: string, words = english): Promise<void> {
  await page.goto(`${contract.storefront}${words.root}/apps/aftercare/track`);
  await page.getByLabel(words.order).fill(order);
  await page.getByLabel(words.contact).fill(contact);
  await page.getByRole('button', { name: words.submit }).click();
}

const mails = z.array(z.looseObject({ subject: z.string().nullish(), text: z.string().nullish() }));

/** Goes through the code that is asked for before anybody acts on an order, where it is; it comes to their mailbox. */
export async function confirmWithCode(page: Page, { contract }: DemoSession, email: string): Promise<void> {
  const heading = page.getByRole('heading', { name: 'Confirm that it is you' });
  await heading.or(page.getByLabel('In your words')).first().waitFor();
  if (!(await heading.isVisible())) return;
  const outbox = `${contract.outbox}?to=${encodeURIComponent(email)}`;
  const before = await codesIn(outbox);
  await page.getByRole('button', { name: 'Send code' }).click();
  const field = page.getByLabel('Code', { exact: true });
  await field.waitFor();
  await field.fill(await nextCode(outbox, before));
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function codesIn(outbox: string): Promise<string[]> {
  const answer: unknown = await (await fetch(outbox)).json();
  return mails.parse(answer).flatMap(({ subject, text }) => (/code/i.test(subject ?? '') ? (/\b(\d{6})\b/.exec(text ?? '')?.[1] ?? []) : []));
}

async function nextCode(outbox: string, before: readonly string[]): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const code = (await codesIn(outbox)).find((each) => !before.includes(each));
    if (code) return code;
    await sleep(300);
  }
  throw new Error('The code did not come.');
}

const english = { root: '', order: 'Order number', contact: 'Email or phone number', submit: 'Track order' };
export const chinese = { root: '/zh', order: '订单号', contact: '邮箱或手机号', submit: '查询订单' };
export const german = { root: '/de', order: 'Bestellnummer', contact: 'E-Mail-Adresse oder Telefonnummer', submit: 'Bestellung verfolgen' };

/** Resolves when something is on the page, within the seconds that a merchant or customer would wait for it. */
export function seen(what: Locator, seconds = 8): Promise<void> {
  return what.filter({ visible: true }).first().waitFor({ timeout: seconds * 1000 });
}
