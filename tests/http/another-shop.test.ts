import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderKey } from '#app/modules/access/index.server.ts';
import { optOutKey } from '#app/modules/outbox/index.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { appOnStage, clientSecret, until, type Stage } from '../harness/app-on-stage.ts';
import type { StagedOrder, StagedShop } from '../harness/two-shops.ts';

/** One request of shop A about something of shop B. */
interface Attempt {
  what: string;
  make(id: string): Promise<Response>;
  /** What it names of B, and the same for something that never was: both must be answered alike. */
  names: string;
  invented?: string;
  /** What the answer may be; a miss where nothing is said. */
  status?: number[];
}

const routes = readdirSync(resolve(import.meta.dirname, '../../app/routes'));
/** Doors beside the router. */
const mounted = [...readFileSync(resolve(import.meta.dirname, '../../app/main/web.server.ts'), 'utf8').matchAll(/web\.all\('(\/[^']*)'/g)].flatMap((found) => found[1] ?? []);
const doors = [...routes, ...mounted].sort();
const never = '9999999999999';

let stage: Stage;
let a: StagedShop;
let b: StagedShop;
let theirs: StagedOrder;
let customer: string;
const message = '7000000000';
const dataRequest = '8888888888';
const report = 'abcdefabcdefabcdefabcdef-7777777777777777';
const trouble = '6666666666';
const photo = '77777777-7777-4777-8777-777777777777';
/** A carrier nobody knows stands in lists by the key it is kept under. */
const carrier = 'bramble_light';
const files = mkdtempSync(join(tmpdir(), 'another-shop-'));

const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });
/** Only this route's data, as the browser asks for it: no words, no clock. */
const data = (path: string, route: string, init?: RequestInit) => {
  const [place = '', query] = path.split('?');
  return stage.admin(a, `${place}.data?_routes=${encodeURIComponent(route)}${query ? `&${query}` : ''}`, init);
};
const post = (path: string, fields: Record<string, string>) => stage.admin(a, `${path}.data`, form(fields));

/** An answer without the moment at which something was marked. */
const frozen = async (answer: Promise<Response>) => {
  const made = await answer;
  return new Response((await made.text()).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, ''), { status: made.status });
};
/** News in the name of the other's account elsewhere, by a token that was guessed. */
const guessedToken = (road: string): Attempt[] => {
  const token = (shop: number) => `${shop.toString(36)}-${'x'.repeat(32)}`;
  return [{ what: `news at ${road}`, names: token(ids.get(b) ?? 0), invented: token(999_999), make: (given) => stage.admin(a, `/inbound/${road}?token=${given}`, { method: 'POST', body: '{}' }) }];
};
/** How the other's settings of a kind are asked for and changed. */
const settingAttempts = (page: string, intent: string, value: unknown): Attempt[] => [
  { what: `the settings of ${page}`, names: b.domain, make: () => data(`/app/settings/${page}`, `routes/app.settings_.${page}`), status: [200] },
  { what: `the document of ${page}`, names: b.domain, make: () => stage.document(a, `/app/settings/${page}`), status: [200] },
  { what: `${page} changed for the other`, names: b.domain, make: (shop) => post(`/app/settings/${page}`, { intent, shop, version: '0', value: JSON.stringify(value) }), status: [200] },
];

/** Every door, and how shop A tries to reach shop B's through it. */
const attempts: Record<string, () => Attempt[]> = {
  '_index.tsx': () => [{ what: 'the front page', names: b.domain, make: (shop) => stage.admin(a, `/?shop=${shop}`), status: [302] }],
  'app.$.tsx': () => [
    { what: 'an address nobody has', names: theirs.id, invented: never, make: (id) => data(`/app/returns/${id}`, 'routes/app.$') },
    { what: 'its document', names: theirs.id, make: (id) => stage.document(a, `/app/returns/${id}`) },
    { what: 'an action there', names: theirs.id, make: (id) => post(`/app/returns/${id}`, { intent: 'retry-import' }), status: [405] },
  ],
  'app._index.tsx': () => [
    { what: 'the overview', names: b.domain, make: () => data('/app', 'routes/app._index'), status: [200] },
    { what: 'the overview’s document', names: b.domain, make: () => stage.document(a, '/app'), status: [200] },
    { what: 'the retry of an import', names: b.domain, make: (shop) => stage.admin(a, `/app.data?index&shop=${shop}`, form({ intent: 'retry-import', shop })), status: [200] },
    { what: 'the dismissal of the setup', names: b.domain, make: (shop) => stage.admin(a, `/app.data?index&shop=${shop}`, form({ intent: 'dismiss-setup', shop })), status: [200] },
  ],
  'app.data-requests.$id.tsx': () => [
    { what: 'a customer’s data', names: dataRequest, invented: 'never', make: (id) => stage.admin(a, `/app/data-requests/${id}`) },
    { what: 'its single fetch', names: dataRequest, invented: 'never', make: (id) => data(`/app/data-requests/${id}`, 'routes/app.data-requests.$id') },
  ],
  'app.messages.$id.tsx': () => [
    { what: 'a message', names: message, invented: never, make: (id) => data(`/app/messages/${id}`, 'routes/app.messages.$id') },
    { what: 'its document', names: message, make: (id) => stage.document(a, `/app/messages/${id}`) },
    { what: 'the sending of it again', names: message, invented: never, make: (id) => post(`/app/messages/${id}`, { intent: 'send-again' }) },
    { what: 'its address written to again', names: message, invented: never, make: (id) => post(`/app/messages/${id}`, { intent: 'write-again' }) },
  ],
  'app.messages._index.tsx': () => [
    { what: 'the messages before one', names: message, invented: never, make: (id) => data(`/app/messages?after=${id}`, 'routes/app.messages._index'), status: [200] },
    { what: 'the list’s document', names: message, make: () => stage.document(a, '/app/messages'), status: [200] },
  ],
  'app.orders.$id.tsx': () => [
    { what: 'an order', names: theirs.id, invented: never, make: (id) => data(`/app/orders/${id}`, 'routes/app.orders.$id') },
    { what: 'its document', names: theirs.id, make: (id) => stage.document(a, `/app/orders/${id}`) },
    { what: 'an action nobody has on it', names: theirs.id, make: (id) => post(`/app/orders/${id}`, { intent: 'refresh' }), status: [400] },
    { what: 'every trouble of it dismissed', names: theirs.id, invented: never, make: (id) => frozen(post(`/app/orders/${id}`, { intent: 'mark', mark: 'dismissed', reason: '', all: 'yes' })), status: [200] },
    { what: 'its customer written to', names: theirs.id, invented: never, make: (id) => post(`/app/orders/${id}`, { intent: 'message', all: 'yes' }), status: [200] },
  ],
  'app.orders._index.tsx': () => [
    ...[theirs.name, theirs.email, theirs.trackingNumber, 'Bramblemark'].map((words) => ({
      what: `a search for ${words}`,
      names: words,
      make: (words: string) => data(`/app/orders?q=${encodeURIComponent(words)}`, 'routes/app.orders._index'),
      status: [200],
    })),
    { what: 'the list’s document', names: b.domain, make: () => stage.document(a, '/app/orders'), status: [200] },
  ],
  'app.parcels._index.tsx': () => [
    ...[theirs.name, theirs.trackingNumber].map((words) => ({
      what: `a search for ${words} among parcels`,
      names: words,
      make: (words: string) => data(`/app/parcels?view=all&q=${encodeURIComponent(words)}`, 'routes/app.parcels._index'),
      status: [200],
    })),
    { what: 'the troubles after one', names: trouble, make: (id) => data(`/app/parcels?after=9999999999999.${id}`, 'routes/app.parcels._index'), status: [200] },
    { what: 'the list’s document', names: b.domain, make: () => stage.document(a, '/app/parcels'), status: [200] },
    { what: 'a trouble marked', names: trouble, invented: never, make: (id) => frozen(stage.admin(a, '/app/parcels.data?index', form({ intent: 'mark', mark: 'dismissed', reason: 'Not yours', ids: id }))), status: [200] },
    { what: 'a trouble taken back', names: trouble, invented: never, make: (id) => stage.admin(a, '/app/parcels.data?index', form({ intent: 'take-back', ids: id })), status: [200] },
    { what: 'a mail about a trouble seen before', names: trouble, invented: never, make: (id) => stage.admin(a, '/app/parcels.data?index', form({ intent: 'preview-message', ids: id })), status: [200] },
    { what: 'a mail about a trouble', names: trouble, invented: never, make: (id) => stage.admin(a, '/app/parcels.data?index', form({ intent: 'message', ids: id })), status: [200] },
  ],
  'app.parcels.export.ts': () => [
    { what: 'the troubles as a file', names: theirs.name, make: (name) => stage.admin(a, `/app/parcels/export?q=${encodeURIComponent(name)}`), status: [200] },
    { what: 'the parcels as a file', names: theirs.trackingNumber, make: (number) => stage.admin(a, `/app/parcels/export?view=all&q=${number}`), status: [200] },
  ],
  'app.problems.$id.tsx': () => [
    { what: 'a customer’s report', names: report, invented: 'never', make: (id) => data(`/app/problems/${id}`, 'routes/app.problems.$id') },
    { what: 'its document', names: report, make: (id) => stage.document(a, `/app/problems/${id}`) },
    { what: 'the closing of it', names: report, invented: 'never', make: (id) => post(`/app/problems/${id}`, { intent: 'close' }) },
    { what: 'the closing taken back', names: report, invented: 'never', make: (id) => post(`/app/problems/${id}`, { intent: 'reopen' }) },
  ],
  'app.problems.$id_.photos.$photo.tsx': () => [
    { what: 'a photo of a report', names: photo, invented: 'never', make: (id) => stage.admin(a, `/app/problems/${report}/photos/${id}`) },
  ],
  'app.problems._index.tsx': () => [
    { what: 'the reports before one', names: report, make: (id) => data(`/app/problems?state=all&after=9999999999999.${id}`, 'routes/app.problems._index'), status: [200] },
    { what: 'the list’s document', names: report, make: () => stage.document(a, '/app/problems'), status: [200] },
  ],
  'app.report.tsx': () => [
    { what: 'the report narrowed to a carrier only the other has', names: carrier, make: (carrier) => data(`/app/report?days=90&carrier=${carrier}`, 'routes/app.report'), status: [200] },
    { what: 'the report’s document', names: b.domain, make: () => stage.document(a, '/app/report?days=90'), status: [200] },
  ],
  'app.report[.]csv.ts': () => [
    { what: 'the report as a file', names: b.domain, make: () => stage.admin(a, '/app/report.csv?days=90'), status: [200] },
    { what: 'the file narrowed to a carrier only the other has', names: carrier, make: (carrier) => stage.admin(a, `/app/report.csv?days=90&carrier=${carrier}`), status: [200] },
  ],
  'app.settings.tsx': () => [
    { what: 'the settings', names: b.domain, make: () => data('/app/settings', 'routes/app.settings'), status: [200] },
    { what: 'the settings’ document', names: b.domain, make: () => stage.document(a, '/app/settings'), status: [200] },
    { what: 'a data request marked as delivered', names: dataRequest, invented: 'never', make: (id) => post('/app/settings', { intent: 'mark-delivered', id }) },
    { what: 'a sender for the other', names: b.domain, make: (shop) => post('/app/settings', { intent: 'save-sender', shop, fromName: 'Taken over', replyTo: 'a@anemone.example', version: '0' }), status: [200] },
  ],
  'app.settings_.carriers.tsx': () => settingAttempts('carriers', 'save-carriers', []),
  'app.settings_.dates.tsx': () => settingAttempts('dates', 'save-rules', {}),
  'app.settings_.disruptions.tsx': () => settingAttempts('disruptions', 'save-disruptions', []),
  'app.settings_.sources.tsx': () => [
    { what: 'the sources', names: b.domain, make: () => data('/app/settings/sources', 'routes/app.settings_.sources'), status: [200] },
    { what: 'a source’s key for the other', names: b.domain, make: (shop) => post('/app/settings/sources', { intent: 'save', source: '17track', key: 'taken-over', shop }), status: [200] },
    { what: 'the other’s source tested', names: b.domain, make: (shop) => post('/app/settings/sources', { intent: 'test', source: 'easypost', shop }) },
    { what: 'the other’s source removed', names: b.domain, make: (shop) => post('/app/settings/sources', { intent: 'remove', source: 'easypost', shop }), status: [200] },
  ],
  'app.settings_.sending.tsx': () => [
    { what: 'how the other sends', names: b.domain, make: () => data('/app/settings/sending', 'routes/app.settings_.sending'), status: [200] },
    { what: 'the other’s account disconnected', names: b.domain, make: (shop) => post('/app/settings/sending', { intent: 'remove-account', shop }), status: [200] },
    { what: 'the other’s domain taken away', names: b.domain, make: (shop) => post('/app/settings/sending', { intent: 'remove-domain', shop }), status: [200] },
  ],
  'app.settings_.tracking-page.tsx': () => settingAttempts('tracking-page', 'save-access', { askForCode: 'never' }),
  'app.settings_.troubles.tsx': () => settingAttempts('troubles', 'save-thresholds', {}),
  'app.tsx': () => [
    { what: 'the frame', names: b.domain, make: () => data('/app', 'routes/app'), status: [200] },
    { what: 'the frame, asked in the other shop’s name', names: b.domain, make: (shop) => stage.admin(a, `/app.data?shop=${shop}&_routes=routes%2Fapp`), status: [200] },
  ],
  'auth.$.tsx': () => [{ what: 'Shopify’s own pages', names: b.domain, make: (shop) => stage.admin(a, `/auth/callback?shop=${shop}`) }],
  'auth.login.tsx': () => [{ what: 'the way in', names: b.domain, make: (shop) => stage.admin(a, `/auth/login?shop=${shop}`), status: [200] }],
  'inbound.mail.$provider.ts': () => guessedToken('mail/postmark'),
  'inbound.sms.$provider.ts': () => guessedToken('sms/twilio'),
  'inbound.tracking.$source.ts': () => guessedToken('tracking/17track'),
  'live.tsx': () => [{ what: 'the notices while something happens to the other', names: b.domain, make: noticesOfA, status: [200] }],
  'proxy.preferences.tsx': () => [
    { what: 'the preferences of the other’s customer', names: optOutKey(ids.get(b) ?? 0, message, clientSecret), invented: `${never}.never`, make: (key) => stage.proxy(a, { page: 'preferences', query: { key } }), status: [200] },
    { what: 'their change', names: optOutKey(ids.get(b) ?? 0, message, clientSecret), invented: `${never}.never`, make: (key) => stage.proxy(a, { page: 'preferences', form: { key, shown: 'service' } }), status: [200] },
  ],
  '/proxy/track': () => [
    { what: 'an order by its number and contact', names: theirs.name, invented: 'NOT-1', make: (order) => stage.proxy(a, { form: { order, contact: theirs.email } }), status: [200] },
    { what: 'a parcel by its number', names: theirs.trackingNumber, invented: '00CC0000000001', make: (number) => stage.proxy(a, { query: { number } }), status: [200] },
    { what: 'a link of the other', names: linkKey(b), invented: `${never}.never`, make: (key) => stage.proxy(a, { query: { key } }), status: [200] },
    { what: 'a link to the other’s order, signed for us', names: linkKey(a), invented: `${never}.never`, make: (key) => stage.proxy(a, { query: { key } }), status: [200] },
  ],
  'unsubscribe.$key.ts': () => [
    {
      what: 'the other’s message under our name',
      names: optOutKey(ids.get(b) ?? 0, message, clientSecret).replace(/^\d+/, String(ids.get(a) ?? 0)),
      invented: `${never}.never`,
      make: (key) => fetch(`${stage.web.url}/unsubscribe/${key}`, { method: 'POST' }),
    },
  ],
  '/webhooks': () => [
    { what: 'a deleted order', names: theirs.id, make: (id) => applied({ shop: a.domain, topic: 'orders/delete', body: { id: Number(id) } }), status: [200] },
    { what: 'an uninstall', names: b.domain, make: (shop) => applied({ shop: a.domain, topic: 'app/uninstalled', body: { id: 1, domain: shop, myshopify_domain: shop } }), status: [200] },
  ],
  '/webhooks/compliance': () => [
    {
      what: 'a person to forget',
      names: customer,
      make: (id) => {
        const person = { id: Number(id), email: theirs.email, phone: null };
        return applied({ shop: a.domain, topic: 'customers/redact', body: { shop_id: 1, shop_domain: b.domain, customer: person, orders_to_redact: [Number(theirs.id)] } }, '/webhooks/compliance');
      },
      status: [200],
    },
    {
      what: 'a request for a person’s data',
      names: customer,
      make: (id) => {
        const person = { id: Number(id), email: theirs.email, phone: null };
        return applied({ shop: a.domain, topic: 'customers/data_request', body: { shop_id: 1, shop_domain: b.domain, customer: person, orders_requested: [Number(theirs.id)], data_request: { id: 9_999 } } }, '/webhooks/compliance');
      },
      status: [200],
    },
  ],
};

const linkKey = (shop: StagedShop) => orderKey({ id: ids.get(shop) ?? 0 }, { orderId: theirs.id, purpose: 'order', expiresAt: new Date(Date.now() + 60_000) }, clientSecret);
const ids = new Map<StagedShop, number>();

/** Sends a webhook in A's name and waits until the worker is through with it. */
async function applied(webhook: Parameters<Stage['webhook']>[0], path = '/webhooks'): Promise<Response> {
  const answer = await stage.webhook(webhook, { path });
  await until('the webhook is applied', () => stage.isIdle(a));
  return answer;
}

/** What A's open screen hears while an order of B changes, and then one of its own. */
async function noticesOfA(): Promise<Response> {
  const gone = new AbortController();
  const answer = await stage.admin(a, '/live', { signal: gone.signal });
  const reader = answer.body?.getReader();
  const heard: string[] = [];
  try {
    for (const shop of [b, a]) await announce(shop);
    while (!heard.join('').includes(`of ${a.domain}`)) heard.push(Buffer.from((await reader?.read())?.value ?? new Uint8Array()).toString());
  } finally {
    gone.abort();
  }
  return new Response(heard.join(''), { status: answer.status });
}

const announce = (shop: StagedShop) =>
  stage.rows(shop, `select pg_notify('aftercare_live', json_build_object('shopId', app.shop_id(), 'topic', 'orders', 'id', $1::text)::text)`, [`of ${shop.domain}`]);

afterAll(async () => {
  await stage.stop();
  rmSync(files, { recursive: true, force: true });
}, 30_000);
beforeAll(async () => {
  stage = await appOnStage({ environment: { FILES_DIR: files } });
  ({ a, b } = stage);
  const [, order] = b.orders;
  if (!order) throw new Error('Shop B has no second order.');
  theirs = order;
  for (const shop of [a, b]) ids.set(shop, (await stage.shopRow(shop.domain))?.id ?? 0);
  const sent = await stage.admin(b, '/app/settings.data', form({ intent: 'test-message', to: 'merchant@bramble.example' }));
  expect(sent.status).toBe(200);
  const [ordered] = await stage.rows<{ customer: string }>(b, 'select customer_id as customer from orders where id = $1', [theirs.id]);
  customer = ordered?.customer ?? '';
  const person = { id: Number(customer), email: theirs.email, phone: null };
  await stage.webhook({ shop: b.domain, topic: 'customers/data_request', body: { shop_id: 2, shop_domain: b.domain, customer: person, orders_requested: [Number(theirs.id)], data_request: { id: Number(dataRequest) } } });
  await until('shop B has two messages that left and a data request', async () => {
    const [held] = await stage.rows<{ sent: number; requests: number }>(b, `select (select count(*)::int from outbox where state = 'sent') as sent, (select count(*)::int from data_requests) as requests`);
    return held?.sent === 2 && held.requests === 1;
  });
  // Numbers that stand nowhere else, so that an answer that names them is an answer that knows them.
  await stage.rows(b, 'update outbox set id = id + $1::bigint - (select min(id) from outbox)', [message]);
  await stage.rows(b, `insert into problem_reports (id, order_id, kind, words, locale, created_at) values ($1, $2, 'damaged', 'The Bramble lantern is cracked.', 'en', now())`, [report, theirs.id]);
  await createDiskStore(files).put(`shops/${ids.get(b) ?? 0}/problems/${photo}`, new Uint8Array([7]), 'image/jpeg');
  await stage.rows(b, `insert into problem_photos (id, report_id, position, content_type, bytes, width, height, created_at) values ($1, $2, 0, 'image/jpeg', 1, 1, 1, now())`, [photo, report]);
  await stage.rows(b, `update parcels set carrier = $1, status = 'delivered', delivered_at = now() - interval '1 hour' where order_id = $2`, [carrier, theirs.id]);
  await stage.rows(b, `insert into troubles (id, order_id, kind, hub, evidence, opened_at, changed_at) values ($1, $2, 'late_to_ship', 'Brambleford', '{}', now(), now())`, [trouble, theirs.id]);
  b.marks.push(carrier, 'Brambleford');
  await stage.rows(b, `update imports set state = 'failed', failure = 'INTERNAL_SERVER_ERROR'`);
}, 90_000);

describe('what belongs to another shop', () => {
  it('is tried through every door there is', () => {
    expect(Object.keys(attempts).sort()).toEqual(doors);
  });

  it('is there for its own shop', async () => {
    const own = await Promise.all([
      stage.admin(b, `/app/orders/${theirs.id}.data`),
      stage.admin(b, `/app/messages/${message}.data`),
      stage.admin(b, `/app/data-requests/${dataRequest}`),
      stage.admin(b, `/app/problems/${report}.data`),
      stage.admin(b, `/app/report.data?days=90&carrier=${carrier}`),
      stage.admin(b, '/app/report.csv?days=90'),
      stage.proxy(b, { form: { order: theirs.name, contact: theirs.email } }),
      stage.proxy(b, { query: { key: linkKey(b) } }),
    ]);
    expect(own.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200, 200]);
    for (const answer of own) expect(await answer.text()).toMatch(/bramble|Bruges/i);
  });

  it('is there as a photo in which nothing runs, for its own shop', async () => {
    const answer = await stage.admin(b, `/app/problems/${report}/photos/${photo}`);
    expect([answer.status, [...new Uint8Array(await answer.arrayBuffer())]]).toEqual([200, [7]]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it.each(doors)('is neither seen nor changed through %s', async (file) => {
    const before = await stage.held(b);
    const made = attempts[file]?.() ?? [];
    expect(made.length).toBeGreaterThan(0);
    for (const { what, make, names, invented, status = [404] } of made) {
      const answer = await make(names);
      const withoutNames = (text: string, asked: string) => text.replaceAll(asked, '').replaceAll(encodeURIComponent(asked), '').replaceAll(theirs.email, '').replaceAll(encodeURIComponent(theirs.email), '');
      const text = withoutNames(`${await answer.text()} ${answer.headers.get('location') ?? ''}`, names);
      expect([what, answer.status]).toEqual([what, status.find((allowed) => allowed === answer.status) ?? status]);
      expect([what, b.marks.filter((mark) => text.includes(mark))]).toEqual([what, []]);
      if (invented === undefined) continue;
      const miss = await make(invented);
      expect([what, miss.status, withoutNames(`${await miss.text()} `, invented)]).toEqual([what, answer.status, text]);
    }
    expect(await stage.held(b)).toEqual(before);
  });
});
