import { describe, expect, it } from 'vitest';
import homeEn from '#app/modules/home/i18n/en.json' with { type: 'json' };
import { HomePage } from '#app/modules/home/ui/home-page.tsx';
import { importShare } from '#app/modules/home/ui/history-card.tsx';
import { OrderParcelsCard } from '#app/modules/parcels/ui/order-parcels.tsx';
import { OrderPage } from '#app/modules/orders/ui/order-page.tsx';
import { OrdersPage } from '#app/modules/orders/ui/orders-page.tsx';
import { readOrdersQuery } from '#app/modules/orders/ui/orders-query.ts';
import { MessagePage } from '#app/modules/outbox/ui/message-page.tsx';
import { MessagesPage } from '#app/modules/outbox/ui/messages-page.tsx';
import { furtherKinds } from '#app/modules/notices/further/further-kinds.ts';
import { noticeKinds } from '#app/modules/notices/kinds.ts';
import { heldReasons } from '#app/modules/outbox/message.ts';
import messageWords from '#app/modules/outbox/ui/i18n/en.json' with { type: 'json' };
import messageWordsZh from '#app/modules/outbox/ui/i18n/zh-CN.json' with { type: 'json' };
import { allMessages, messagesPath, readMessagesQuery, shownChannels, shownStates, type MessagesQuery } from '#app/modules/outbox/ui/messages-query.ts';
import { OverviewCard } from '#app/modules/outbox/ui/overview-card.tsx';
import { AdminError } from '#app/ui/admin-error.tsx';
import { LoadingPage } from '#app/ui/loading-page.tsx';
import { homeOverview, message, orderRow, orderStory } from './fixtures.ts';
import { orderParcels } from './parcel-fixtures.ts';
import { render, textOf } from './stage.tsx';

const places = { trackingPage: 'https://shop.example/apps/aftercare/track', themeEditor: 'shopify:admin/themes/current/editor' };
const query = (address = '') => readOrdersQuery(new URLSearchParams(address));
const overview = { since: '2026-10-23', sent: 10, followable: 6, followed: 3, queued: 3, dropped: 4, failed: 0, cameBack: 1, unknown: 2, held: [{ by: 'overtaken', queued: 1, dropped: 4 }, { by: 'quiet_hours', queued: 2, dropped: 0 }], failures: [{ answer: '550 mailbox full', count: 7 }] };
const noRows = { rows: [], next: null, previous: null };

describe('the orders list', () => {
  it('says what will come in a shop without orders, without filters that find nothing', () => {
    const text = textOf(render({ children: <OrdersPage query={query()} page={noRows} /> }));
    expect(text).toContain('Your orders will appear here');
    expect(text).not.toContain('Needs attention');
  });

  it('offers to clear what was searched where nothing matches', () => {
    const text = textOf(render({ children: <OrdersPage query={query('q=zzz&payment=paid')} page={noRows} /> }));
    expect(text).toContain('No orders match');
    expect(text).toContain('Clear search and filters');
  });

  it('offers all orders where a view is empty', () => {
    expect(textOf(render({ children: <OrdersPage query={query('view=attention')} page={noRows} /> }))).toContain('Show all orders');
  });

  it('links each order by name and shows its money, states and reasons', () => {
    const row = orderRow({ attention: ['late'] });
    const html = render({ children: <OrdersPage query={query()} page={{ ...noRows, rows: [row] }} /> });
    expect(html).toContain('href="/app/orders/5001"');
    for (const word of ['#1001', '$123.45', 'Paid', 'Partially fulfilled', 'In transit', 'Past its date']) expect(textOf(html)).toContain(word);
  });

  it('shows a status Shopify may invent tomorrow in readable words', () => {
    const row = orderRow({ deliveryStatus: 'held_at_customs' });
    expect(textOf(render({ children: <OrdersPage query={query()} page={{ ...noRows, rows: [row] }} /> }))).toContain('Held at customs');
  });
});

describe('one order', () => {
  it('tells parcels, lines, story, customer and both currencies', () => {
    const text = textOf(render({ children: <OrderPage story={orderStory} parcels={<OrderParcelsCard parcels={orderParcels} contents={[]} timeline={orderStory.timeline} customerPage="https://shop.example.com/apps/aftercare/track?key=k" />} /> }));
    for (const word of ['1Z9999999999999999', 'UPS', 'Stoneware mug', 'Today', 'Departed the hub', 'ada@example.com', 'Germany', '$123.45', '€111.11', '#999']) {
      expect(text).toContain(word);
    }
  });

  it('speaks Chinese throughout for a Chinese admin', () => {
    const text = textOf(render({ locale: 'zh-CN', children: <OrderPage story={orderStory} parcels={<OrderParcelsCard parcels={orderParcels} contents={[]} timeline={orderStory.timeline} customerPage="https://shop.example.com/apps/aftercare/track?key=k" />} /> }));
    for (const word of ['包裹', '时间线', '客户', '付款', '今天', '运输中']) expect(text).toContain(word);
    expect(text).not.toMatch(/Parcels|Timeline|Customer|Payment|Shipping/);
  });

  it('holds nothing back in words for a guest without parcels or story', () => {
    const bare = { ...orderStory, customer: null, parcels: [], timeline: [], order: { ...orderStory.order, shippingAddress: null, note: null, tags: [], email: null, phone: null } };
    const text = textOf(render({ children: <OrderPage story={bare} parcels={<OrderParcelsCard parcels={{ stories: [], troubles: [], carriers: {} }} contents={[]} timeline={[]} customerPage="https://shop.example.com/apps/aftercare/track?key=k" />} /> }));
    for (const word of ['No customer account', 'Nothing has been sent yet.', 'No shipping address', 'No note', 'No email or phone is known.']) expect(text).toContain(word);
  });

  it('opens the same order in Shopify', () => {
    expect(render({ children: <OrderPage story={orderStory} parcels={<OrderParcelsCard parcels={orderParcels} contents={[]} timeline={orderStory.timeline} customerPage="https://shop.example.com/apps/aftercare/track?key=k" />} /> })).toContain('shopify:admin/orders/5001');
  });
});

describe('home', () => {
  const home = (part: Partial<typeof homeOverview>) => textOf(render({ children: <HomePage overview={{ ...homeOverview, ...part }} places={places} /> }));

  it('tells parcels in trouble by what is wrong, each with the way to its list', () => {
    expect(home({})).toContain('Carrier reports a problem · weather');
    expect(home({})).toContain('Show all 143 parcels in trouble');
    expect(render({ children: <HomePage overview={homeOverview} places={places} /> })).toContain('href="/app/parcels?kind=silent&amp;cause="');
  });

  it('tells of own words that fail with the way to their kind, until they are mended', () => {
    expect(home({})).toContain('Your own words fail, ours are sent: Delay');
    expect(render({ children: <HomePage overview={homeOverview} places={places} /> })).toContain('href="/app/notices/delay"');
    expect(Object.keys(homeEn.notice)).toEqual([...noticeKinds, ...furtherKinds]);
    expect(home({ failingWords: [] })).not.toContain('Your own words fail');
    expect(home({ failingWords: [], attention: [], troubles: { open: 0, groups: [] } })).toContain('No order needs you right now.');
  });

  it('counts the steps that were done and shows how far the import is', () => {
    const text = home({});
    expect(text).toContain('1 of 6 steps done');
    expect(text).toContain('Add your support address');
    const proved = home({ setup: { ...homeOverview.setup, addressProved: true } });
    expect(proved).toContain('2 of 6 steps done');
    expect(proved).not.toContain('Add your support address');
    expect(text).toContain('Reading your past orders: 1,000 of 4,000');
    expect(text).toContain('1 customer asks for their data');
  });

  it('keeps the guide away once it was put away', () => {
    expect(home({ setup: { ...homeOverview.setup, dismissed: true } })).not.toContain('Set up Aftercare');
  });

  it('says why an import failed and offers to try again', () => {
    const text = home({ history: homeOverview.history && { ...homeOverview.history, state: 'failed', failure: 'INTERNAL_FILE_SERVER_ERROR' } });
    expect(text).toContain('INTERNAL_FILE_SERVER_ERROR');
    expect(text).toContain('Try again');
  });

  it('shows the loss of access before anything else, and never two banners', () => {
    const html = render({ children: <HomePage overview={{ ...homeOverview, access: 'needs_reopen' }} places={places} /> });
    expect(textOf(html)).toContain('lost its access');
    expect(textOf(html)).not.toContain('asks for their data');
    expect(html.match(/class="Polaris-Banner[ "]/g)).toHaveLength(1);
  });

  it('tells a new shop that there is nothing to do yet', () => {
    expect(home({ history: null, figures: { total: 0, open: 0, inTransit: 0, attention: 0 }, attention: [] })).toContain('Your orders will appear here');
  });

  it('never shows more than all of an import', () => {
    expect(importShare({ part: 'orders', ordersTotal: 10, ordersApplied: 12 })).toBe(100);
    expect(importShare({ part: 'orders', ordersTotal: 0, ordersApplied: 0 })).toBeNull();
    expect(importShare({ part: 'parcels', ordersTotal: 10, ordersApplied: 10 })).toBeNull();
  });
});

describe('messages', () => {
  it('lists what left with why and what became of it', () => {
    const text = textOf(render({ children: <MessagesPage query={allMessages} messages={[message]} kinds={[message.kind]} nextCursor={null} overview={overview} /> }));
    for (const word of ['Test message from River & Oak', 'owner@example.com', 'You asked for a test message', 'Sent']) expect(text).toContain(word);
  });

  it('says what became of the last days’ messages, each figure with the way to its messages of these days', () => {
    const html = render({ children: <OverviewCard overview={overview} /> });
    for (const word of ['Link followed 3', 'Came back 1', 'Waits for the morning 2 wait', 'Overtaken by newer news 1 waits · 4 not sent', '50% led to the tracking page', '550 mailbox full 7']) expect(textOf(html)).toContain(word);
    for (const part of ['state=came_back&amp;from=2026-10-23', 'held=quiet_hours&amp;from=2026-10-23']) expect(html).toContain(part);
    expect(html).not.toContain('state=failed');
    expect(textOf(render({ children: <OverviewCard overview={{ ...overview, sent: 4, followable: 0, followed: 0 }} /> }))).toContain('Only confirmation codes have left');
  });

  it('reads the list’s address back as it wrote it, and leaves out what is none of it', () => {
    const whole: MessagesQuery = { state: 'came_back', held: 'quiet_hours', channel: 'sms', kind: 'notices.delay', order: '7', from: '2026-11-01', until: '2026-11-30', search: 'ada & co', after: '12' };
    const read = (address: string) => readMessagesQuery(new URL(address, 'https://x.example').searchParams);
    expect(read(messagesPath(whole))).toEqual(whole);
    expect(read('/app/messages?state=gone&held=luck&from=2026-02-30&until=yesterday&order=x&after=-1')).toEqual(allMessages);
  });

  it.each(['en', 'zh-CN'] as const)('has words in %s for every rule that holds one, every result, every way and every kind of notice', (locale) => {
    const words = locale === 'en' ? messageWords : messageWordsZh;
    const lacking = (known: readonly string[], said: object) => known.filter((name) => !Object.hasOwn(said, name));
    expect([lacking(heldReasons, words.held), lacking(shownStates, words.state), lacking(shownChannels, words.channel), lacking(noticeKinds, words.kind)]).toEqual([[], [], [], []]);
  });

  it('says what will be listed where nothing has left', () => {
    expect(textOf(render({ children: <MessagesPage query={allMessages} messages={[]} kinds={[]} nextCursor={null} overview={null} /> }))).toContain('Nothing has left yet');
  });

  it('says of a message that another service made only what that was given', () => {
    const shown = (channel: string) => textOf(render({ children: <MessagePage message={{ ...message, channel, html: null }} /> }));
    expect(shown('klaviyo')).toContain('What the service was given');
    expect(shown('sms')).toContain('As the customer saw it');
  });

  it('shows foreign markup in a frame that may do nothing', () => {
    const html = render({ children: <MessagePage message={{ ...message, html: '<script>steal()</script><p>Hi</p>' }} /> });
    expect(html).toContain('sandbox=""');
    expect(html).not.toContain('<script>steal()');
  });
});

describe('a page that cannot be shown', () => {
  const thrown = (status: number, data: unknown, locale: 'en' | 'zh-CN' = 'en') =>
    textOf(render({ locale, children: null, thrown: { error: { status, statusText: '', internal: false, data }, screen: <AdminError /> } }));

  it('says that there is nothing for an unknown id', () => expect(thrown(404, { code: 'not_found' })).toContain('There is nothing here'));
  it('asks to open the app again where access was lost', () => expect(thrown(401, null)).toContain('Open the app again'));
  it('gives the reference of the log for our own failures, and no inner words', () => {
    const text = thrown(500, { reference: 'req-77', stack: 'at secret.ts' });
    expect(text).toContain('this reference: req-77');
    expect(text).not.toContain('secret');
  });
  it('says so in the language of the admin', () => expect(thrown(404, null, 'zh-CN')).toContain('这里没有内容'));
});

describe('a page on its way', () => {
  it('shows its outline and says to a screen reader that it loads', () => {
    const html = render({ children: <LoadingPage path="/app/orders" /> });
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain('aria-label="Loading"');
  });
});
