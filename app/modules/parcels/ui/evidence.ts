import { countryName, placeName } from '#app/kernel/place.ts';
import type { Formats } from '#app/ui/formats.ts';
import type { Evidence, TroubleKind } from '../records.ts';
import type { useParcelWords } from './words.ts';

/** What a sentence is said with. `carriers` are the names by key. */
export interface Voice {
  words: ReturnType<typeof useParcelWords>;
  formats: Formats;
  locale: string;
  carriers: Readonly<Record<string, string>>;
}

/** What a trouble rests on. */
export interface Told {
  kind: TroubleKind;
  cause: string | null;
  carrier: string | null;
  evidence: Evidence;
  since: Date;
}

/** Why a trouble is one, in a sentence or two with its figures. */
export function evidenceOf(told: Told, voice: Voice): string {
  return [...reasons(told, voice), lastSeen(told, voice)].filter(Boolean).join(voice.locale.startsWith('zh') ? '' : ' ');
}

function reasons({ kind, cause, carrier, evidence, since }: Told, { words: { t, name }, formats, locale, carriers }: Voice): string[] {
  const at = (key: string) => momentIn(evidence, key);
  const text = (key: string) => (typeof evidence[key] === 'string' ? evidence[key] : null);
  const count = (key: string) => (typeof evidence[key] === 'number' ? evidence[key] : 0);
  const said = (carrier && carriers[carrier]) ?? t('evidence.theCarrier');
  const calendarDay = (day: string | null) => (day === null ? t('row.none') : formats.inSentence.calendarDay(day));
  const dayOf = (moment: Date | null) => formats.inSentence.day(moment ?? since);
  switch (kind) {
    case 'silent': {
      const last = at('lastScanAt') ?? since;
      const limit = span(count('limitHours'), locale);
      const learned = count('samples') > 0 ? t('evidence.learned', { lane: laneText(text('lane') ?? '', carriers, t('evidence.anyLane')), limit, count: count('samples') }) : t('evidence.unlearned', { limit });
      return [t('evidence.silence', { silence: span(formats.hoursSince(last), locale) }), learned];
    }
    case 'no_first_scan':
      return [t('evidence.no_first_scan', { day: dayOf(at('shippedAt')), count: count('businessDays') })];
    case 'past_date': {
      const promised = text('promisedTo');
      const current = text('promisedNow');
      const by = t('evidence.past_date', { day: calendarDay(promised), source: name('source', text('source') ?? 'rule') });
      return current !== null && promised !== null && current > promised ? [by, t('evidence.promisedNow', { day: calendarDay(current) })] : [by];
    }
    case 'exception': {
      const status = name('status', text('status') ?? 'exception');
      return [cause ? t('evidence.statusCause', { carrier: said, status, cause: name('cause', cause) }) : t('evidence.status', { carrier: said, status })];
    }
    case 'customs':
      return [t('evidence.customs', { day: dayOf(null) })];
    case 'returning':
      return [t('evidence.returning', { day: dayOf(null) })];
    case 'attempts':
      return [t('evidence.attempts', { count: count('attempts') })];
    case 'denied':
      return [t('evidence.denied', { day: dayOf(at('deliveredAt')) })];
    case 'number_wrong':
      return [doubtText(text('doubt'), said, t)];
    case 'late_to_ship':
      return [t('evidence.late_to_ship', { placed: dayOf(at('placedAt')), shipBy: calendarDay(text('shipBy')) })];
  }
}

/** Why a number is doubted. */
export function doubtText(doubt: string | null, carrier: string, t: Voice['words']['t']): string {
  return doubt === 'other_carrier' || doubt === 'format' ? t(`evidence.${doubt}`, { carrier }) : t('evidence.check_digit');
}

/** Where and when it was scanned last; nothing for what was never scanned. */
function lastSeen({ kind, evidence }: Told, { words: { t }, formats, locale }: Voice): string | null {
  const at = momentIn(evidence, 'lastScanAt');
  if (at === null || kind === 'denied') return null;
  const city = typeof evidence.place === 'string' ? evidence.place : null;
  const country = typeof evidence.country === 'string' ? evidence.country : null;
  const place = placeName({ city, country }, locale);
  return place === null ? t('evidence.seenAt', { at: formats.shortMoment(at) }) : t('evidence.seen', { place, at: formats.shortMoment(at) });
}

function momentIn(evidence: Evidence, key: string): Date | null {
  const value = evidence[key];
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : null;
}

/** `58 hours`, `5 days`: hours while they are few enough to count. */
function span(hours: number, locale: string): string {
  const [value, unit] = hours < 73 ? [Math.max(0, Math.round(hours)), 'hour'] : [Math.round(hours / 24), 'day'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** `DHL DE → FR` from a lane's name, `*` for any part left out. */
function laneText(lane: string, carriers: Readonly<Record<string, string>>, any: string): string {
  const [carrier = '*', service = '*', origin = '*', destination = '*'] = lane.split('/');
  const who = [carrier === '*' ? null : (carriers[carrier] ?? carrier), service === '*' ? null : service];
  const way = origin === '*' && destination === '*' ? null : `${origin === '*' ? '' : `${origin} `}→${destination === '*' ? '' : ` ${destination}`}`;
  return [...who, way].filter(Boolean).join(' ') || any;
}

/** `Germany → France` in the reader's language, as far as the ends are known. */
export function wayText({ origin, destination }: { origin: string | null; destination: string | null }, { words: { t }, locale }: Pick<Voice, 'words' | 'locale'>): string | null {
  if (destination === null) return origin === null ? null : countryName(origin, locale);
  const to = countryName(destination, locale);
  return origin === null ? t('row.to', { to }) : t('row.way', { from: countryName(origin, locale), to });
}
