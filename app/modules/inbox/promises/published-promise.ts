import { day as oneDay } from '#app/kernel/time.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import type { OpenHours } from '#app/modules/hours/index.server.ts';
import type { TicketChannel } from '../tickets/ticket.ts';
import { publishedWords } from './published-words.ts';
import type { Promises } from './promise-setting.ts';

interface Published {
  channel: TicketChannel;
  /** The customer's languages, best first. */
  wishes: readonly (string | null)[];
  now: Date;
}

/** What customers read of a first reply, from the very settings it is measured by; null where the shop tells nothing or promises nothing. */
export function publishedPromise(promises: Promises, hours: OpenHours, { channel, wishes, now }: Published): string | null {
  const { first_reply: minutes, counts } = promises[channel];
  if (!promises.published || minutes === null) return null;
  const { t, locale } = publishedWords(wishes);
  const isHours = minutes % 60 === 0;
  const promise = t(`${counts}${isHours ? 'Hours' : 'Minutes'}`, { count: isHours ? minutes / 60 : minutes });
  if (counts === 'always') return promise;
  const text = t('hours', { hours: weekInWords(hours.week, locale), zone: dateFormat(locale, hours.zone).zoneName(now) });
  return locale === 'zh-CN' || locale === 'ja' ? promise + text : `${promise} ${text}`;
}

// What stands between the times of a day, and between the days: signs as wide as the words around them.
const marks = (locale: string) => (locale === 'zh-CN' ? { times: '\u3001', days: '\uff0c' } : locale === 'ja' ? { times: '\u3001', days: '\uff0f' } : { times: ', ', days: ', ' });

/** Days with the same hours stand together: `Mon – Fri 09:00 – 17:00, Sat 10:00 – 14:00`. */
function weekInWords(week: OpenHours['week'], locale: string): string {
  const { times, days } = marks(locale);
  const said = week.map((spans) => spans.map(({ from, to }) => `${from}–${to}`).join(times));
  const runs: { from: number; to: number; spans: string }[] = [];
  said.forEach((spans, at) => {
    const last = runs.at(-1);
    if (last?.spans === spans) last.to = at;
    else runs.push({ from: at, to: at, spans });
  });
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 1970-01-05 was a Monday.
  const dayName = (at: number) => name.format(new Date((at + 4) * oneDay));
  const open = runs.filter(({ spans }) => spans !== '').map(({ from, to, spans }) => `${from === to ? dayName(from) : `${dayName(from)}–${dayName(to)}`} ${spans}`);
  return open.join(days);
}
