import PostalMime from 'postal-mime';
import { afterAll } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { decideNotices, noticesStillTrue, wakeNotices } from '#app/modules/notices/index.server.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import type { Snapshot } from '#app/modules/orders/snapshots.ts';
import { deliverMessage, suppress, type Transports } from '#app/modules/outbox/index.server.ts';
import { refreshChangedParcels } from '#app/modules/parcels/index.server.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { createMailer } from '#app/platform/mail/mailer.server.ts';
import { createMetrics } from '#app/platform/metrics/metrics.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { waysSetting } from '../../app/modules/notices/ways/ways-setting.ts';
import { optOut } from '../../app/modules/outbox/preferences/opt-outs.server.ts';
import { openShops } from '../orders/shop.ts';
import { checkpoint, fulfillment, line, order } from '../orders/snapshots.ts';
import { startMailServer } from '../outbox/mail-server.ts';

type Kind = 'shipped' | 'out_for_delivery' | 'delivered';
type OrderId = '1' | '2';

export type Happening =
  | { does: 'hear'; news: number[] }
  | { does: 'work'; server: string }
  | { does: 'wait'; minutes: number }
  | { does: 'edit' | 'cancel' | 'bounce'; order: OrderId }
  | { does: 'opt out'; order: OrderId; kind: Kind }
  | { does: 'switch'; kind: Kind; on: boolean };

/** What reached somebody, and why it should not have; null where it should. */
export interface Told {
  to: string;
  way: 'email' | 'sms';
  kind: Kind;
  numbers: string[];
  wrong: string | null;
}

/** Order 1 goes in two parcels that one van brings, order 2 in one. Scans are moments after the story began. */
const parcels = [
  { id: '1', of: '1', number: '00340434161094022115', scans: { in_transit: 20, out_for_delivery: 100, delivered: 200 } },
  { id: '2', of: '1', number: '00340434161094022122', scans: { in_transit: 25, out_for_delivery: 103, delivered: 204 } },
  { id: '3', of: '2', number: '00340434161094022139', scans: { in_transit: 10, out_for_delivery: 60, delivered: 90 } },
] as const;
const people: Readonly<Record<OrderId, { email: string; phone: string }>> = { '1': { email: 'ada@example.com', phone: '+4915123456789' }, '2': { email: 'bob@example.com', phone: '+4915123456780' } };
const address = { name: 'Ada', address1: 'Weg 1', address2: null, city: 'Berlin', province: 'Berlin', provinceCode: 'BE', zip: '10115', countryCode: 'DE', phone: null };
const stages = ['', 'in_transit', 'out_for_delivery', 'delivered'];

/** Stories that begin now and go on faster than the clock, with a real mail server at their end. */
export async function openStories() {
  const { database, newShop } = await openShops();
  const server = await startMailServer();
  const mailer = createMailer({ smtpUrl: server.url, from: 'Nordlicht <care@example.com>', log: createLog('silent', 'test') });
  afterAll(async () => {
    mailer.close();
    await database.close();
  });
  return { begin };

  async function begin() {
    const start = Math.ceil(Date.now() / 1_000) * 1_000;
    const at = (minutes: number) => new Date(start + minutes * minute).toISOString();
    let now = 1;
    let edits = 0;
    /** No two states of an order have one moment. */
    const nextState = () => at(now + (edits += 1) / 600);
    const ctx: ShopContext = { ...(await newShop({ installedAt: new Date(start - 60 * minute) })), clock: { now: () => new Date(at(now)) } };
    const texts: { id: string; to: string; text: string }[] = [];
    const transports: Transports = { mailer, metrics: createMetrics(), sms: { send: ({ id, to, text }) => Promise.resolve({ providerId: (texts.push({ id, to, text }), id) }) } };
    const orders = (id: OrderId, updatedAt: string, facts: object = {}): Snapshot => {
      const about = { ...people[id], customer_locale: 'en', created_at: at(0), processed_at: at(0), fulfillment_status: 'fulfilled', shipping_address: address };
      return order({ id, updatedAt, facts: { ...about, ...facts }, lines: [line(`${id}1`, { unfulfilled_quantity: 0 })] });
    };
    const sent = parcels.map(({ id, of, number }): Snapshot => {
      const made = fulfillment({ id, orderId: of, numbers: [number], updatedAt: at(1) });
      return { ...made, facts: { ...made.facts, created_at: at(1) } };
    });
    const scans = parcels.flatMap(({ id, of, scans: moments }) => Object.entries(moments).map(([status, happened]) => ({ happened, news: checkpoint(`${id}${status}`, of, id, status, at(happened)) as Snapshot })));
    const marks = { cancelled: new Set<OrderId>(), bounced: new Set<OrderId>(), refused: new Set<string>(), off: new Set<Kind>(), switched: new Set<Kind>() };
    const told: Told[] = [];
    let seen = { mails: server.received.length, texts: 0 };
    await changeSetting(ctx, waysSetting, { value: { kinds: { out_for_delivery: ['email', 'sms'] } }, version: 0, by: null });
    await hear([orders('1', at(0)), orders('2', at(0)), ...sent]);
    return { go, untilQuiet, told: () => told, withoutReason, waiting, owed };

    async function hear(news: Snapshot[]) {
      await ctx.tx((tx) => applyOrders(tx, ctx.shop, news, ctx.clock.now()));
      await refreshChangedParcels(ctx, wakeNotices);
      await decide();
    }

    /** Two workers look at each order at once. */
    async function decide() {
      const look = (orderId: string) => decideNotices(ctx, { linkTo: (id) => `https://shop.example.com/apps/aftercare/track?key=${id}`, hasHouseSms: true }, { orderId });
      await Promise.all(['1', '2', '1', '2'].map(look));
    }

    async function go(step: Happening): Promise<void> {
      switch (step.does) {
        case 'hear': {
          const known = scans.filter(({ happened }) => happened <= now).map(({ news }) => news);
          return known.length === 0 ? undefined : hear(step.news.flatMap((one) => known[one % known.length] ?? []));
        }
        case 'wait':
          now += step.minutes;
          return decide();
        case 'edit':
          return hear([orders(step.order, nextState(), { note: `Ring twice, said at ${now}`, ...(marks.cancelled.has(step.order) ? { cancelled_at: at(now) } : {}) })]);
        case 'cancel':
          marks.cancelled.add(step.order);
          return hear([orders(step.order, nextState(), { cancelled_at: at(now) }), orders(step.order, at(0))]);
        case 'bounce':
          marks.bounced.add(step.order);
          return ctx.tx((tx) => suppress(tx, { channel: 'email', address: people[step.order].email, cause: 'bounced', at: ctx.clock.now() }));
        case 'opt out':
          marks.refused.add(`${step.order} ${step.kind}`);
          return ctx.tx((tx) => optOut(tx, { channel: 'email', address: people[step.order].email }, [`notices.${step.kind}`], ctx.clock.now()));
        case 'switch': {
          marks.switched.add(step.kind);
          marks.off[step.on ? 'delete' : 'add'](step.kind);
          const { value, version } = await ctx.tx((tx) => readSetting(tx, noticesSetting));
          await changeSetting(ctx, noticesSetting, { value: { ...value, kinds: { ...value.kinds, [step.kind]: { on: step.on, since: at(now) } } }, version, by: null });
          return;
        }
        case 'work':
          return work(step.server);
      }
    }

    /** Two workers take each message that waits, with a mail server that takes it, refuses for now, or hangs up when it has it. */
    async function work(behaviour: string) {
      server.behaviour.refuseRecipient = behaviour === 'refuses' ? { code: 451, text: 'Later, please.' } : null;
      server.behaviour.hangUpAfterBody = behaviour === 'hangs up';
      const rows = await ctx.tx((tx) => tx.outbox.findMany({ where: { state: 'queued' }, select: { id: true } }));
      await Promise.all([...rows, ...rows].map(({ id }, turn) => deliverMessage(ctx, transports, { id: String(id), company: turn % 3 }, [noticesStillTrue(ctx)])));
      await look();
    }

    async function look() {
      const mails = await Promise.all(server.received.slice(seen.mails).map(async ({ to, raw }) => ({ ...(await PostalMime.parse(raw)), to: to[0] ?? '' })));
      const textsNow = await Promise.all(texts.slice(seen.texts).map(async ({ id, to, text }) => ({ to, text, numbers: await numbersOf(BigInt(id.split('.')[1] ?? 0)) })));
      const news = [
        ...mails.map(({ to, subject = '', text = '' }) => ({ to, way: 'email' as const, words: subject, numbers: parcels.map(({ number }) => number).filter((number) => text.includes(number)) })),
        ...textsNow.map(({ to, text, numbers }) => ({ to, way: 'sms' as const, words: text, numbers })),
      ];
      seen = { mails: server.received.length, texts: texts.length };
      const stageOf = await heard();
      for (const { to, way, words, numbers } of news) {
        const of: OrderId = words.includes('#1') ? '1' : '2';
        const kind = /out for delivery/.test(words) ? 'out_for_delivery' : /delivered/.test(words) ? 'delivered' : 'shipped';
        const meant = parcels.filter(({ number }) => numbers.includes(number));
        told.push({ to, way, kind, numbers, wrong: wrongWith({ to, way, of, kind, stages: meant.map(({ id }) => stageOf(id)) }) });
      }
    }

    /** A text message names no parcel: it is known by what it was written about. */
    async function numbersOf(message: bigint): Promise<string[]> {
      const rows = await ctx.tx((tx) => tx.notices.findMany({ where: { OR: [{ message_id: message }, { further_messages: { has: message } }] }, select: { shipment_id: true } }));
      const shipments = await ctx.tx((tx) => tx.shipments.findMany({ where: { id: { in: rows.flatMap(({ shipment_id: id }) => id ?? []) } }, select: { number: true } }));
      return shipments.map(({ number }) => number);
    }

    function wrongWith({ to, way, of, kind, stages: reached }: { to: string; way: 'email' | 'sms'; of: OrderId; kind: Kind; stages: number[] }): string | null {
      if (to !== people[of][way === 'sms' ? 'phone' : 'email']) return 'It reached somebody else.';
      if (reached.length === 0 || !reached.every((stage) => isSo(kind, stage))) return `It was false: ${kind} while ${reached.map((stage) => stages[stage]).join()}.`;
      if (marks.cancelled.has(of)) return 'The order was cancelled.';
      if (marks.off.has(kind)) return 'The kind was switched off.';
      if (way === 'email' && marks.bounced.has(of)) return 'Nobody is at the address.';
      return way === 'email' && marks.refused.has(`${of} ${kind}`) ? 'The person had refused it.' : null;
    }

    /** How far each parcel has come, by the scans that are known: read from what is stored, not from what was made of it. */
    async function heard(): Promise<(id: string) => number> {
      const rows = await ctx.tx((tx) => tx.checkpoints.findMany({ select: { fulfillment_id: true, status: true } }));
      return (id) => Math.max(0, ...rows.filter((row) => row.fulfillment_id === id).map(({ status }) => stages.indexOf(status)));
    }

    /** Workers come back until nothing is left to do; whoever was lost with a message in hand is given up. */
    async function untilQuiet() {
      for (let round = 0; round < 12; round++) {
        now += 15;
        await decide();
        await work('takes');
        if ((await waiting()) === 0) return;
      }
    }

    async function waiting(): Promise<number> {
      return ctx.tx(async (tx) => (await tx.outbox.count({ where: { state: { in: ['queued', 'sending'] } } })) + (await tx.notices.count({ where: { state: 'planned' } })));
    }

    async function withoutReason() {
      const dropped = await ctx.tx((tx) => tx.outbox.findMany({ where: { state: { in: ['dropped', 'failed', 'unknown'] }, OR: [{ outcome: null }, { outcome: '' }, { state: 'dropped', held_by: null }] }, select: { kind: true, state: true } }));
      const held = await ctx.tx((tx) => tx.notices.findMany({ where: { OR: [{ state: 'held', held_for: null }, { state: 'queued', message_id: null }] }, select: { kind: true, state: true } }));
      return [...dropped, ...held];
    }

    /** What people had to be told by mail: a parcel is there, and nothing spoke against saying so. */
    async function owed(): Promise<string[]> {
      const stageOf = await heard();
      const there = parcels.filter(({ id, of }) => stageOf(id) === 3 && !marks.cancelled.has(of) && !marks.bounced.has(of) && !marks.refused.has(`${of} delivered`));
      return marks.switched.has('delivered') || now > 20 * 60 ? [] : there.map(({ of, number }) => `delivered ${number} by email to ${people[of].email}`);
    }
  }
}

/** Of a parcel that came so far, whether it is so. */
function isSo(kind: Kind, stage: number): boolean {
  return kind === 'shipped' ? stage < 2 : kind === 'out_for_delivery' ? stage === 2 : stage === 3;
}
