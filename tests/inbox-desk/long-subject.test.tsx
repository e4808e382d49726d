import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IndexTable } from '@shopify/polaris';
import { afterAll, expect, it } from 'vitest';
import { TicketRow } from '#app/modules/inbox/desk/ui/ticket-row.tsx';
import styles from '#app/modules/inbox/desk/ui/ticket-row.module.css';
import { render } from '../admin-ui/stage.tsx';
import { launchBrowser, phone, visitor } from '../harness/browser.ts';

const root = join(import.meta.dirname, '../..');
const polaris = readFileSync(join(root, 'node_modules/@shopify/polaris/build/esm/styles.css'), 'utf8');
/** The list's own styles, under the names that they were given here. */
const own = readFileSync(join(root, 'app/modules/inbox/desk/ui/ticket-row.module.css'), 'utf8').replace(/\.([a-z]+)(?= \{)/g, (whole, name) => (styles[name] ? `.${styles[name]}` : whole));
const browser = await launchBrowser();
afterAll(() => browser.close());

it('a subject takes two lines of a phone’s list at most, whatever was written into it', async () => {
  const at = new Date('2026-11-21T10:00:00Z');
  const row = {
    place: 'p', id: 7, subject: 'My parcel has not come and nobody tells me why. '.repeat(20), preview: '', state: 'open', spam: false, channel: 'email', priority: 'normal', valuedBy: null, category: null, tags: [], personId: 'p1', person: 'Ada',
    assigneeId: null, assigneeName: null, lastFrom: 'customer', lastMessageAt: at, waitingSince: at, dueAt: null, hasNews: false, snoozedUntil: null, messages: 1, orders: [],
  } as const;
  const list = <IndexTable condensed itemCount={1} selectable={false} headings={[{ title: 'Conversation' }]}><TicketRow row={row} url="/app/inbox/7" assignee={null} position={0} condensed selected={false} /></IndexTable>;
  const context = await visitor(browser, phone);
  const page = await context.newPage();
  await page.setContent(`<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><style>${polaris}${own}</style></head><body>${render({ path: '/app/inbox', children: list })}</body></html>`);
  const { height } = (await page.locator(`.${styles['subject']}`).boundingBox()) ?? { height: 0 };
  expect([height > 20, height <= 45]).toEqual([true, true]);
  await context.close();
});
