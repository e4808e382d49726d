import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giftKey, orderKey, type KeyPurpose } from '#app/modules/access/index.server.ts';
import { defaultPolicy } from '#app/modules/returns/policy/default-policy.ts';
import { optOutKey } from '#app/modules/outbox/index.server.ts';
import { shortKey } from '#app/modules/outbox/links/short-link.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { customerClaims, signToken } from '#tests/account/customer-token.ts';
import { appOnStage, browser, clientSecret, until, type ProxyVisit, type Stage } from '#tests/harness/app-on-stage.ts';
import type { StagedOrder, StagedShop } from '#tests/harness/two-shops.ts';

/** One request of shop A about something of shop B. */
export interface Attempt {
  what: string;
  make(id: string): Promise<Response>;
  /** What it names of B, and the same for something that never was: both must be answered alike. */
  names: string;
  invented?: string;
  /** What the answer may be; a miss where nothing is said. */
  status?: number[];
}

/** The attempts at each door, by its file or its path. */
export type Attempts = Record<string, (scene: Scene) => Attempt[]>;
export type Scene = Awaited<ReturnType<typeof setScene>>;

/** An id that nothing has. */
export const never = '9999999999999';
/** Ids of what is B's. They stand nowhere else, so that an answer that names them is an answer that knows them. */
export const message = '7000000000';
export const dataRequest = '8888888888';
export const report = 'abcdefabcdefabcdefabcdef-7777777777777777';
export const trouble = '6666666666';
export const holdOut = '5555555555';
export const returned = '4444444444';
/** A conversation, and whom it is with. */
export const ticket = '333333333';
export const writer = '33333333-3333-4333-8333-333333333333';
/** A team, and somebody of the shop. */
export const team = '22222222-2222-4222-8222-222222222222';
export const agent = '2222222222';
/** A macro and a text to look up. */
export const macro = '88888888-8181-4181-8181-818181818181';
export const article = '89898989-8181-4181-8181-818181818181';
/** An address that customers write to, and its key at our door. */
export const mailbox = '23232323-2323-4323-8323-232323232323';
export const mailboxKey = 'bramblebramblebrambl';
/** A rule of the return policy, and the revision of its draft. */
export const rule = '44444444-4141-4141-8141-414141414141';
export const draft = '4141414141';
/** What a customer began in the portal, and what they have not confirmed. */
export const request = '55555555-5151-4151-8151-515151515151';
export const unconfirmed = '56565656-5151-4151-8151-515151515151';
/** A customer's sign-in. */
export const session = '66666666-6666-4666-8666-666666666666';
export const photo = '77777777-7777-4777-8777-777777777777';
export const logo = `${'b'.repeat(32)}.png`;
/** A carrier nobody knows stands in lists by the key it is kept under. */
export const carrier = 'bramble_light';

/** A form as it is posted. */
export const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });

/** Two shops, of which B has one of everything that may be asked for, and the ways in which A asks. */
export async function setScene() {
  const files = mkdtempSync(join(tmpdir(), 'another-shop-'));
  const stage = await appOnStage({ environment: { FILES_DIR: files } });
  const { a, b } = stage;
  const ids = new Map<StagedShop, number>();
  for (const shop of [a, b]) ids.set(shop, (await stage.shopRow(shop.domain))?.id ?? 0);
  const idOf = (shop: StagedShop) => ids.get(shop) ?? 0;
  const [waitedFor, theirs] = b.orders;
  const [ours] = a.orders;
  if (!theirs || !waitedFor || !ours) throw new Error('A shop has too few orders.');
  const customer = await customerOf(stage, b, theirs);
  await fill(stage, b, { theirs, customer, files, id: idOf(b) });

  const ask = (path: string, init?: RequestInit) => stage.admin(a, path, init);
  return {
    stage,
    a,
    b,
    idOf,
    theirs,
    /** Who placed the order of B, by number; a customer to whom something of B is on its way; one of A. */
    customer,
    waiting: await customerOf(stage, b, waitedFor),
    customerOfA: await customerOf(stage, a, ours),
    optOut: optOutKey(idOf(b), message, clientSecret),
    shortKey: (shop: StagedShop) => shortKey(idOf(shop), BigInt(message), clientSecret),
    linkKey: (shop: StagedShop, purpose: KeyPurpose = 'order') => orderKey({ id: idOf(shop) }, { orderId: theirs.id, purpose, expiresAt: new Date(Date.now() + 60_000) }, clientSecret),
    giftKeyOf: (shop: StagedShop) => giftKey({ id: idOf(shop) }, { orderId: theirs.id, expiresAt: new Date(Date.now() + 60_000) }, clientSecret),
    /** What a customer of A holds after a code. */
    ownKey: orderKey({ id: idOf(a) }, { orderId: ours.id, purpose: 'full', expiresAt: new Date(Date.now() + 600_000) }, clientSecret),
    ask,
    /** Only this route's data, as the browser asks for it: no words, no clock. */
    data(path: string, route: string) {
      const [place = '', query] = path.split('?');
      return ask(`${place}.data?_routes=${encodeURIComponent(route)}${query ? `&${query}` : ''}`);
    },
    post: (path: string, fields: Record<string, string>) => ask(`${path}.data`, form(fields)),
    document: (path: string) => stage.document(a, path),
    visit: (visit: ProxyVisit) => stage.proxy(a, visit),
    /** A request from a customer's account, A's unless another shop is named. */
    account(path: string, customerId: string, init: RequestInit = {}, shop = a) {
      const token = signToken(customerClaims(shop.domain, customerId, stage.sandbox.app.clientId), clientSecret);
      return fetch(`${stage.web.url}${path}`, { ...init, headers: { ...browser, authorization: `Bearer ${token}` } });
    },
    async stop() {
      await stage.stop();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

async function customerOf(stage: Stage, shop: StagedShop, order: StagedOrder): Promise<string> {
  const [row] = await stage.rows<{ customer: string | null }>(shop, 'select customer_id as customer from orders where id = $1', [order.id]);
  if (!row?.customer) throw new Error(`The order ${order.name} has no customer.`);
  return row.customer;
}

/** Gives B one of everything. */
async function fill(stage: Stage, b: StagedShop, { theirs, customer, files, id }: { theirs: StagedOrder; customer: string; files: string; id: number }): Promise<void> {
  const posted = [
    await stage.admin(b, '/app/settings.data', form({ intent: 'test-message', to: 'merchant@bramble.example' })),
    await stage.admin(b, '/app/notices/shipped.data', form({ intent: 'save-words', language: 'ja', version: '0', subject: 'Brambleway', heading: 'Brambleway', body: 'Brambleway' })),
  ];
  for (const answer of posted) if (answer.status !== 200) throw new Error(`Shop B was not filled: ${await answer.text()}`);
  const person = { id: Number(customer), email: theirs.email, phone: null };
  await stage.webhook({ shop: b.domain, topic: 'customers/data_request', body: { shop_id: 2, shop_domain: b.domain, customer: person, orders_requested: [Number(theirs.id)], data_request: { id: Number(dataRequest) } } });
  await until('shop B has two messages that left and a data request', async () => {
    const [held] = await stage.rows<{ sent: number; requests: number }>(b, `select (select count(*)::int from outbox where state = 'sent') as sent, (select count(*)::int from data_requests) as requests`);
    return held?.sent === 2 && held.requests === 1;
  });
  await stage.rows(b, 'update outbox set id = id + $1::bigint - (select min(id) from outbox)', [message]);
  await stage.rows(b, `insert into problem_reports (id, order_id, kind, words, locale, created_at) values ($1, $2, 'damaged', 'The Bramble lantern is cracked.', 'en', now())`, [report, theirs.id]);
  await createDiskStore(files).put(`shops/${id}/brand/${logo}`, new Uint8Array([8]), 'image/png');
  await createDiskStore(files).put(`shops/${id}/problems/${photo}`, new Uint8Array([7]), 'image/jpeg');
  await stage.rows(b, `insert into problem_photos (id, report_id, position, content_type, bytes, width, height, created_at) values ($1, $2, 0, 'image/jpeg', 1, 1, 1, now())`, [photo, report]);
  await stage.rows(b, `update parcels set carrier = $1, status = 'delivered', delivered_at = now() - interval '1 hour' where order_id = $2`, [carrier, theirs.id]);
  await stage.rows(b, `insert into troubles (id, order_id, kind, hub, evidence, opened_at, changed_at) values ($1, $2, 'late_to_ship', 'Brambleford', '{}', now(), now())`, [trouble, theirs.id]);
  const about = [returned, theirs.id];
  await stage.rows(b, `insert into returns (id, order_id, name, status, next_step, waits_since, created_at, total_quantity, order_updated_at, read_at) values ($1, $2, 'BRA-2-R1', 'requested', 'decide', now(), now(), 1, now(), now())`, about);
  await stage.rows(b, `insert into return_lines (id, return_id, position, order_line_id, quantity, processed, refundable, refunded, reason, reason_name, customer_note) select $1, $1, 0, min(id), 1, 0, 1, 0, 'brambly', 'Brambly', 'Brambly' from order_lines where order_id = $2`, about);
  await stage.rows(b, `insert into labels (id, order_id, kind, maker, state, number, created_at, ready_at) values ($1, $2, 'label', 'hand', 'ready', 'BRAMBLE1', now(), now())`, [photo, theirs.id]);
  const when = [{ trait: 'product_tag', is: 'one_of', values: [{ value: 'brambly', name: 'Brambly' }] }];
  const policy = JSON.stringify({ ...defaultPolicy, rules: [{ id: rule, when, settles: { period: { kind: 'final_sale' } } }] });
  await stage.rows(b, `insert into returns_policy_versions (version, policy, published_at) values (41, $1::jsonb, now())`, [policy]);
  await stage.rows(b, `insert into returns_policy_drafts (revision, follows, policy, made_at) values ($1, 0, $2::jsonb, now())`, [draft, policy]);
  const open = `insert into settings (name, value, version, updated_at) values ('returns_portal', '{"open":true}', 1, now())`;
  for (const shop of [stage.a, b]) await stage.rows(shop, open);
  await stage.rows(stage.a, `insert into returns_policy_versions (version, policy, published_at) values (1, $1::jsonb, now())`, [JSON.stringify(defaultPolicy)]);
  await stage.rows(b, `insert into return_requests (id, order_id, request_key, source, locale, way_back, approval, refund_on, currency, shown_refund, shown_owed, shown_bonus, created_at) values ($1, $2, 'Brambly', 'portal', 'en', '{"kind":"label","placeId":null,"carrier":null,"trackingNumber":null}', 'nobody', 'receipt', 'EUR', 100, 0, 0, now())`, [request, theirs.id]);
  await stage.rows(b, `insert into return_drafts (id, order_id, state, updated_at, expires_at) values ($1, $2, '{}', now(), now() + interval '1 day')`, [unconfirmed, theirs.id]);
  await stage.rows(b, `insert into hold_outs (id, share, started_at) values ($1, 50, now())`, [holdOut]);
  await stage.rows(b, `insert into enrolments (hold_out_id, person, order_id, arm, enrolled_at) values ($1, 'a checksum', $2, 'told', now())`, [holdOut, theirs.id]);
  await stage.rows(b, `insert into people (id, name, created_at) values ($1, 'Brambly', now())`, [writer]);
  await stage.rows(b, `insert into handles (id, person_id, kind, value, reason, confidence, linked_at) values ($1, $1, 'email', 'brambly@bramble.example', 'wrote', 'sure', now())`, [writer]);
  await stage.rows(b, `insert into macros (id, name, words, updated_at) values ($1, 'Brambly', '{"en":"Brambly"}', now())`, [macro]);
  await stage.rows(b, `insert into articles (id, kind, title, body, locale, updated_at) values ($1, 'help', 'Brambly', 'Brambly', 'en', now())`, [article]);
  await stage.rows(b, `insert into tickets (id, person_id, channel, subject, state, created_at, last_message_at) values ($1, $2, 'email', 'Brambly', 'open', now(), now())`, [Number(ticket), writer]);
  await createDiskStore(files).put(`shops/${id}/mail/${photo}`, new Uint8Array([6]), 'image/png');
  await stage.rows(b, `insert into desk_views (id, name, query, shared, created_at) values ($1, 'Brambly', 'view=all', true, now())`, [photo]);
  await stage.rows(b, `insert into messages (id, ticket_id, direction, channel, author, raw_file, happened_at, created_at) values ($1, $2, 'in', 'email', 'person', $3, now(), now())`, [message, Number(ticket), `shops/${id}/mail/${photo}`]);
  await stage.rows(b, `insert into message_files (id, message_id, position, type, size, sha256, file) values ($1, $2, 0, 'image/png', 1, '', $3)`, [photo, message, `shops/${id}/mail/${photo}`]);
  await stage.rows(b, `insert into complaints (ticket_id, state, what, recorded_at, promised_at) values ($1, 'recorded', 'Brambly', now(), now() + interval '1 day')`, [Number(ticket)]);
  await stage.rows(b, `insert into satisfactions (ticket_id, person_id, asked_at, comment) values ($1, $2, now(), 'Brambly')`, [Number(ticket), writer]);
  await stage.rows(b, `insert into teams (id, name, kind, created_at) values ($1, 'Bramble team', 'support', now())`, [team]);
  await stage.rows(b, `insert into staff_members (id, name, first_seen_at, last_seen_at) values ($1, 'Bramble agent', now(), now())`, [agent]);
  await stage.rows(b, `insert into mailboxes (id, address, name, way_in, key, is_default, created_at) values ($1, 'care@bramble.example', 'Brambly', 'door', $2, true, now())`, [mailbox, mailboxKey]);
  await stage.rows(b, `select app.open_mail_door($1, 'care@bramble.example', $2::uuid, false)`, [mailboxKey, mailbox]);
  const signIn = [session, customer];
  await stage.rows(b, `insert into customer_sessions (id, customer_id, sealed_tokens, access_ends_at, created_at, ends_at) values ($1, $2, '', now() + interval '1 hour', now(), now() + interval '1 hour')`, signIn);
  b.marks.push(carrier, 'Brambleford', 'Brambleway', 'Brambly', returned);
  await stage.rows(b, `update imports set state = 'failed', failure = 'INTERNAL_SERVER_ERROR'`);
}
