import { after, dayIn, hour } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import type { ShownPromise } from '#app/modules/journal/index.server.ts';
import { markedLink, queueMessage } from '#app/modules/outbox/index.server.ts';
import { destinationZone } from '#app/modules/promises/index.server.ts';
import type { TroubleFilter } from '../trouble/views.ts';
import { idsOf, noteMark } from '../trouble/mark-troubles.server.ts';
import { toKind } from '../trouble/trouble-words.ts';
import { newsOfTroubles, type NewsKind } from './news-of-trouble.ts';
import { troubleMail } from './trouble-mail.server.ts';

/** So many troubles at once: what a person can answer for. */
export const mostTold = 500;
/** After one such mail an order is left in peace for so long, whatever else is wrong with it. */
const peace = 12 * hour;
const mailKind = 'parcels.told';

/** Why some of the chosen are not written to. */
export interface LeftOut {
  /** The order has no email address. */
  noAddress: number;
  /** Told before, by whomever. */
  toldBefore: number;
  /** Nothing a customer should hear. */
  nothingToTell: number;
}

/** One order that is to be told. */
export interface Telling {
  orderId: string;
  order: string;
  email: string;
  customerId: string | null;
  locale: string | null;
  news: NewsKind;
  troubleId: string;
  /** Every chosen trouble of the order: the mail answers for all of them. */
  troubleIds: string[];
  number: string | null;
  carrier: string | null;
  expected: string | null;
  /** What it promises with that day. */
  promises: ShownPromise[];
}

interface Row {
  id: string;
  order_id: string;
  order_name: string;
  email: string | null;
  customer_id: string | null;
  customer_locale: string | null;
  kind: string;
  mark: string | null;
  carrier: string | null;
  number: string | null;
  shipment_id: string | null;
  promised_from: string | null;
  promised_to: string | null;
  promise_source: string | null;
  slips: number | null;
  country: string | null;
  province: string | null;
  told: boolean;
}

const facts = `
  select t.id::text, t.order_id, o.name as order_name, o.email, o.customer_id, o.customer_locale, t.kind, t.mark, t.carrier, nullif(p.number, '') as number, p.promised_from::text, p.promised_to::text, p.promise_source, p.slips, t.shipment_id::text,
         p.destination as country, p.destination_province as province,
         exists (select from outbox m where m.order_id = t.order_id and m.kind = '${mailKind}' and (m.created_at > $2::timestamptz or m.dedupe_key like '${mailKind}:' || t.id || ':%')) as told
    from troubles t join orders o on o.id = t.order_id left join parcels p on p.shipment_id = t.shipment_id
   where t.id = any ($1::bigint[]) and t.closed_at is null and o.deleted_at is null order by t.order_id, t.id`;

/** Whom a mail would go to, of the troubles with these ids, and how many of their orders are left out; `zone` is the shop's. */
export async function tellingsOf(tx: ShopTx, ids: readonly string[], { now, zone }: { now: Date; zone: string }): Promise<{ tellings: Telling[]; left: LeftOut }> {
  const rows = await runInBulk<Row>(tx, facts, [ids, after(now, -peace)]);
  const left: LeftOut = { noAddress: 0, toldBefore: 0, nothingToTell: 0 };
  const tellings = [...Map.groupBy(rows, (row) => row.order_id)].flatMap(([orderId, ofOrder]): Telling[] => {
    const untold = ofOrder.filter(({ mark, told }) => mark !== 'told_customer' && !told).flatMap((row) => (toKind(row.kind) ? [{ ...row, kind: toKind(row.kind) ?? 'silent' }] : []));
    const found = newsOfTroubles(untold);
    const first = ofOrder[0];
    if (!first || untold.length === 0) left.toldBefore += 1;
    else if (!found) left.nothingToTell += 1;
    else if (first.email === null || first.email.trim() === '') left.noAddress += 1;
    else {
      const { news, trouble } = found;
      const today = dayIn(destinationZone(trouble.country, zone, trouble.province), now);
      const expected = trouble.promised_to !== null && trouble.promised_to >= today && news !== 'returning' ? trouble.promised_to : null;
      return [
        {
          orderId, order: first.order_name, email: first.email, customerId: first.customer_id, locale: first.customer_locale, news, troubleId: trouble.id,
          troubleIds: untold.map(({ id }) => id), number: trouble.number, carrier: trouble.carrier, expected, promises: expected === null ? [] : promised(trouble),
        },
      ];
    }
    return [];
  });
  return { tellings, left };
}

function promised({ shipment_id: shipmentId, promised_from: from, promised_to: to, promise_source: source, slips }: Row): ShownPromise[] {
  return from === null || to === null || source === null ? [] : [{ shipmentId, from, to, source, slips: slips ?? 0 }];
}

/** The chosen troubles, or `tooMany` where they are more than may be told at once. */
export async function chosenToTell(tx: ShopTx, which: readonly string[] | TroubleFilter): Promise<string[] | 'tooMany'> {
  const ids = await idsOf(tx, which);
  return ids.length > mostTold ? 'tooMany' : ids;
}

interface Needs {
  by: string | null;
  /** The signed address of an order's page. */
  linkTo(orderId: string): string;
}

/**
 * Writes one mail an order to the customers of these troubles and marks them as told. Orders are locked first: a double click and a second person
 * find them told and write nothing.
 */
export function tellCustomers(ctx: ShopContext, which: readonly string[] | TroubleFilter, { by, linkTo }: Needs): Promise<{ told: number; left: LeftOut } | 'tooMany'> {
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => {
    const ids = await chosenToTell(tx, which);
    if (ids === 'tooMany') return ids;
    await runInBulk(tx, 'select from orders where id in (select order_id from troubles where id = any ($1::bigint[])) order by id for no key update', [ids]);
    const { tellings, left } = await tellingsOf(tx, ids, { now, zone: ctx.shop.ianaTimezone });
    const brand = await readBrand(tx, ctx.shop);
    for (const telling of tellings) {
      await queueMessage(tx, {
        channel: 'email',
        kind: mailKind,
        dedupeKey: `${mailKind}:${telling.troubleId}:${telling.news}`,
        to: telling.email,
        orderId: telling.orderId,
        customerId: telling.customerId,
        promises: telling.promises,
        ...troubleMail(ctx.shop, { ...telling, link: markedLink(linkTo(telling.orderId)) }, brand),
      });
    }
    await noteMark(tx, tellings.flatMap(({ troubleIds }) => troubleIds), { mark: 'told_customer', reason: null, by }, now);
    return { told: tellings.length, left };
  });
}
