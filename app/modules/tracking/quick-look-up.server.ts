import { accessSetting, allows } from '#app/modules/access/index.server.ts';
import type { NewEntry } from '#app/modules/journal/index.server.ts';
import { namedOrderColumns, namedOrders, openNamedOrder, plainNames, type NamedOrder } from '#app/modules/orders/index.server.ts';
import { peakSetting } from '#app/modules/peak/index.pure.ts';
import { readStories, storyColumns, type ParcelStory, type StoryRows } from '#app/modules/parcels/index.server.ts';
import { portalSetting } from '#app/modules/returns/index.pure.ts';
import type { Setting } from '#app/modules/settings/index.server.ts';
import type { Statement } from '#app/platform/db/database.server.ts';
import type { Opened } from './open-order.server.ts';
import { waitingLines } from './order-state.ts';
import type { PageWishes } from './page-wishes.server.ts';
import { shownPromises } from './shown-promises.ts';
import type { TrackedOrder } from './tracked-order.ts';
import { trackingPageSetting } from './tracking-page-setting.ts';

/** One order that may be meant, with all that the page shows of it. */
export interface NamedOrderRow extends NamedOrder, StoryRows {
  [column: string]: unknown;
  /** Which of those who ask means it. */
  at: string;
  settings: Record<string, unknown> | null;
  shown: string[];
}

const question = `
  select q.at, ${namedOrderColumns}, ${storyColumns},
    (select json_object_agg(name, value) from settings where name in ('${accessSetting.name}', '${trackingPageSetting.name}', '${peakSetting.name}', '${portalSetting.name}')) as settings,
    (select coalesce(json_agg(dedupe_key), '[]') from journal where order_id = n.id and type = 'promise.shown') as shown
  from (select at, array_agg(name) as names from unnest($1::text[], $2::text[]) u (at, name) group by at) q cross join lateral (${namedOrders('q.names')}) n`;

/** An order that is held here, opened for who named it and one of its contacts. */
export interface QuickLook {
  orderId: string;
  wishes: PageWishes;
  /** What it shows for the first time. */
  shows: NewEntry[];
  /** Opened as far as the contact proves; the key is put in by who signs it. */
  open(key: string): Exclude<Opened, null>;
}

/** What is asked of the orders that several people name, each their own: the parcels and the settings of the page with them. */
export function namedOrdersOf(typed: readonly string[]): Statement {
  const names = typed.flatMap((order, at) => plainNames(order).map((name) => ({ at: String(at), name })));
  return { name: 'tracked-orders', text: question, values: [names.map(({ at }) => at), names.map(({ name }) => name)] };
}

/**
 * The order among what that found which the contact is one of; `zone` is the shop's. Null sends the look-up the long way: it is not here under its plain name, the
 * contact is none of its own, or something has not left yet.
 */
export function openQuickly(rows: readonly NamedOrderRow[], contact: string, { zone, now }: { zone: string; now: Date }): QuickLook | null {
  for (const row of rows) {
    const opened = row.journey && openNamedOrder(row, contact);
    if (!row.journey || !opened) continue;
    if (waitingLines(opened.view).length > 0) return null;
    const access = settingOf(row, accessSetting);
    const tracked = toTracked(opened, readStories(row.journey, row, now));
    const isOpen = allows('order', 'order', access);
    const shows = isOpen ? shownPromises(tracked, { where: 'page', zone, now }).filter(({ dedupeKey }) => !row.shown.includes(dedupeKey)) : [];
    const [personal, action] = [allows('order', 'personal', access), allows('order', 'action', access)];
    const wishes = { page: settingOf(row, trackingPageSetting), peak: settingOf(row, peakSetting), returns: settingOf(row, portalSetting).open };
    return { orderId: opened.view.order.id, wishes, shows, open: (key) => (isOpen ? { tracked, proven: { key, personal, action } } : 'code-needed') };
  }
  return null;
}

function toTracked({ view, contents }: NonNullable<ReturnType<typeof openNamedOrder>>, stories: readonly ParcelStory[]): TrackedOrder {
  const linesOf = ({ fulfillmentId }: ParcelStory) =>
    (contents.get(fulfillmentId) ?? []).map(({ line: { id, title, variantTitle, imageUrl }, quantity }) => ({ lineId: id, title, variantTitle, imageUrl, quantity }));
  return {
    view,
    parcels: stories.filter(({ withdrawn }) => !withdrawn).map((story) => ({ story, lines: linesOf(story) })),
    withdrawn: stories.filter(({ withdrawn, number }) => withdrawn && number !== null),
    coming: null,
    missed: null,
    isLateToShip: false,
    isPickup: false,
  };
}

function settingOf<Value>({ settings }: Pick<NamedOrderRow, 'settings'>, { name, schema, initial }: Setting<Value>): Value {
  return schema.safeParse(settings?.[name]).data ?? initial;
}
