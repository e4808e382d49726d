import { after, day, minute } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { addOpenTime, openTimeBetween, readHours } from '#app/modules/hours/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { promiseSetting } from './promise-setting.ts';

const lately = 14 * day;
/** With fewer answers than these, nothing is learned from them. */
const enough = 20;
/** In so many of a hundred cases an answer should be there by then. */
const certainty = 0.8;
const grain = 15 * minute;

/**
 * When whoever writes now by mail may count on an answer: as long as answers took lately, or as long as everybody before them takes, whichever is longer,
 * in hours in which somebody is there. Where nothing is known yet, what is promised holds. Null where nobody is ever there, or nothing is known or promised.
 */
export async function expectedReply(tx: ShopTx, shop: Pick<Shop, 'ianaTimezone'>, now: Date): Promise<Date | null> {
  const hours = await readHours(tx, shop);
  const since = after(now, -lately);
  const [found] = await tx.$queryRaw<{ answers: number; took: number | null; waiting: number }[]>`
    select answers, took, (select count(*)::int from tickets where waiting_since is not null and state in ('new', 'open') and not spam and merged_into is null) as waiting
      from (select count(*)::int as answers, percentile_disc(${certainty}::float8) within group (order by took_minutes) as took
              from ticket_promises where ended_at >= ${since} and ended_at <= ${now} and promise <> 'resolution' and took_minutes is not null) as answered`;
  const { answers, took, waiting } = found ?? { answers: 0, took: null, waiting: 0 };
  if (answers >= enough && took !== null) {
    const pace = openTimeBetween(hours, since, now) / answers;
    return roundedUp(addOpenTime(hours, now, Math.max(took * minute, (waiting + 1) * pace)));
  }
  const { email } = (await readSetting(tx, promiseSetting)).value;
  if (email.first_reply === null) return null;
  const promised = email.first_reply * minute;
  return roundedUp(email.counts === 'always' ? after(now, promised) : addOpenTime(hours, now, promised));
}

function roundedUp(at: Date | null): Date | null {
  return at && new Date(Math.ceil(at.getTime() / grain) * grain);
}
