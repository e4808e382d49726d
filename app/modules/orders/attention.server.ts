import { sql } from '#app/platform/db/database.server.ts';

/** Days after which an unsent order or an unscanned parcel is late; beyond the horizon nobody waits for it any more. */
const patience = 3;
const horizon = 60;

/**
 * Why the order `o` of the surrounding query waits for a person, one row a reason with the moment it began. Only what Shopify told us counts:
 * `unfulfilled` paid goods that should be sent and were not for three days, and do not wait on purpose; `no_scan` a parcel with a number and no scan for three days;
 * `exception` a last scan that says failed, attempted or delayed; `late` past the carrier's own date, a day without an hour once it is over. Cancelled, archived, deleted and test orders never do.
 */
export function attentionReasons(now: Date) {
  return sql`
    select 'unfulfilled' as reason, greatest(o.processed_at, o.ready_at) + make_interval(days => ${patience}::int) as since
     where o.fulfillment_status in ('unfulfilled', 'partially_fulfilled') and o.financial_status in ('paid', 'partially_paid', 'authorized', 'partially_refunded')
       and o.processed_at < ${now}::timestamptz - make_interval(days => ${patience}::int)
       and (o.ready_at is null or o.ready_at < ${now}::timestamptz - make_interval(days => ${patience}::int))
       and (o.waiting is null or (o.waiting = 'scheduled' and o.ready_at is not null))
       and exists (select from order_lines l where l.order_id = o.id and l.requires_shipping and l.unfulfilled_quantity > 0)
       and ${isWatched(now)}
    union all
    select waiting.reason, waiting.since
      from fulfillments f,
           lateral (
             select 'exception' as reason, f.updated_at as since
              where f.display_status in ('failure', 'attempted_delivery', 'not_delivered', 'delayed')
             union all
             select 'late', told.ends
               from (select f.estimated_delivery_at + make_interval(days => (f.estimated_delivery_at = date_trunc('day', f.estimated_delivery_at, 'UTC'))::int) as ends) as told
              where told.ends < ${now}::timestamptz and f.display_status is distinct from 'ready_for_pickup'
             union all
             select 'no_scan', f.created_at + make_interval(days => ${patience}::int)
              where f.in_transit_at is null and f.created_at < ${now}::timestamptz - make_interval(days => ${patience}::int)
                and coalesce(f.display_status, 'confirmed') in ('confirmed', 'label_purchased', 'label_printed')
                and exists (select from shipments s where s.fulfillment_id = f.id and s.number <> '' and s.removed_at is null)
           ) as waiting
     where f.order_id = o.id and f.status = 'success' and f.delivered_at is null
       and f.created_at > ${now}::timestamptz - make_interval(days => ${horizon}::int) and ${isWatched(now)}`;
}

/** Orders that are there for people: not deleted, and told as a whole. */
export const isShown = sql`(o.deleted_at is null and o.fingerprint <> '')`;

/** Orders that can need attention at all. */
export function isWatched(now: Date) {
  return sql`(${isShown} and o.cancelled_at is null and o.closed_at is null and not o.test
    and o.processed_at > ${now}::timestamptz - make_interval(days => ${horizon}::int))`;
}
