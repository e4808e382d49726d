import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { DemoSession } from './demo-session.ts';

const mails = z.array(z.object({ subject: z.string().nullable() }));

/** From Shopify's page for the address, by the code in the mailbox, back to the shop. */
export async function signInAs(page: Page, { contract }: DemoSession, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
  const field = page.getByLabel('6-digit code');
  await field.waitFor();
  const [newest] = mails.parse(await (await fetch(`${contract.outbox}?to=${encodeURIComponent(email)}`)).json());
  await field.fill(/^(\d{6}) is your sign-in code$/.exec(newest?.subject ?? '')?.[1] ?? '');
  await page.getByRole('button', { name: 'Submit' }).click();
}
