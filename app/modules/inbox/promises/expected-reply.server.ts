import { after, day, minute } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { addOpenTime, openTimeBetween, readHours } from '#app/modules/hours/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { TicketChannel } from '../tickets/ticket.ts';
import { learnedReply } from './learned-reply.ts';
import { promiseSetting } from './promise-setting.ts';

const lately = 14 * day;
/** With fewer answers than these, nothing is learned from them. */
const enough = 20;
/** In so many of a hundred cases an answer should be there by then. */
const certainty = 0.8;
const grain = 15 * minute;

/**
 * When whoever writes now on a channel may count on an answer: as long as answers took lately, or as long as everybody before them takes, whichever is
 * longer, in hours in which somebody is there, and never as soon as these begin. Where nothing is known yet, what is promised to everybody on it holds. Null where nobody is ever there, or
 * nothing is known or promised. What is done for the few whom the shop values teaches nothing about what others may count on.
 */
export async function expectedReply(tx: ShopTx, shop: Pick<Shop, 'ianaTimezone'>, { channel, now }: { channel: TicketChannel; now: Date }): Promise<Date | null> {
  const hours = await readHours(tx, shop);
  const since = after(now, -lately);
  const [found] = await tx.$queryRaw<{ answers: number; usual: number; took: number | null; waiting: number }[]>`
    select answers, usual, took, (select count(*)::int from tickets where waiting_since is not null and state in ('new', 'open') and not spam and merged_into is null) as waiting
      from (select count(*)::int as answers, count(*) filter (where not valued)::int as usual, percentile_disc(${certainty}::float8) within group (order by took_minutes) filter (where not valued) as took
              from ticket_promises where ended_at >= ${since} and ended_at <= ${now} and promise <> 'resolution' and took_minutes is not null) as answered`;
  const { answers, usual, took, waiting } = found ?? { answers: 0, usual: 0, took: null, waiting: 0 };
  if (usual >= enough && took !== null) {
    const pace = openTimeBetween(hours, since, now) / answers;
    return roundedUp(learnedReply(hours, { now, took: took * minute, waiting, pace }));
  }
  const { first_reply: minutes, counts } = (await readSetting(tx, promiseSetting)).value[channel];
  if (minutes === null) return null;
  const promised = minutes * minute;
  return roundedUp(counts === 'always' ? after(now, promised) : addOpenTime(hours, now, promised));
}

function roundedUp(at: Date | null): Date | null {
  return at && new Date(Math.ceil(at.getTime() / grain) * grain);
}
