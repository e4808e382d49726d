import { ExpectedError } from '#app/kernel/errors.ts';
import { dayIn } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { latestOrderDay, loadKnowledge } from '#app/modules/promises/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { lastOrdersQuestion, peakSetting } from './profile.ts';
import { stretchesOf } from './stretches.ts';

export interface SuggestedLastOrders {
  lastOrders: { country: string; day: string }[];
  /** Countries that no order reaches in time any more. */
  tooLate: string[];
}

/** The last day to order for each country, by what dates are promised by, with the profile as it is being written; for the shop's main destinations unless countries are named. */
export function suggestLastOrders(ctx: ShopContext, asked: unknown): Promise<SuggestedLastOrders> {
  const read = lastOrdersQuestion.safeParse(asked);
  if (!read.success) throw new ExpectedError('invalid_profile', 400, 'This is no profile.');
  const { id, extraDays, arriveBy, countries, ...dates } = read.data;
  const { ianaTimezone: zone } = ctx.shop;
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => {
    const { value: profiles } = await readSetting(tx, peakSetting);
    const written = stretchesOf([...profiles.filter((other) => other.id !== id), { name: '', extraDays, carriers: [], ...dates }], zone);
    const knowledge = { ...(await loadKnowledge(tx, now, zone)), stretches: written };
    const days = (countries.length > 0 ? countries : await mainDestinations(tx)).map((country) => ({ country, day: latestOrderDay(knowledge, { country, arriveBy, earliest: dayIn(zone, now) }) }));
    return { lastOrders: days.flatMap(({ country, day }) => (day === null ? [] : [{ country, day }])), tooLate: days.flatMap(({ country, day }) => (day === null ? [country] : [])) };
  });
}

const newest = 5_000;
const most = 12;

/** Where the shop's latest orders went, the most frequent first. */
async function mainDestinations(tx: ShopTx): Promise<string[]> {
  const rows = await runInBulk<{ country: string }>(
    tx,
    `select country from (select upper(shipping_address ->> 'countryCode') as country from orders where not test and deleted_at is null order by processed_at desc limit $1) o
      where country ~ '^[A-Z]{2}$' group by country order by count(*) desc, country limit $2`,
    [newest, most],
    'peak-destinations',
  );
  return rows.map(({ country }) => country);
}
