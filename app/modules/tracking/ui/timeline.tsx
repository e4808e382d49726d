import { placeName } from '#app/kernel/place.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import type { TrackingKey } from '../words.ts';
import type { Visit } from './visit.ts';

export interface TimelineEvent {
  key: TrackingKey;
  at: Date;
  /** The clock of the place. */
  zone: string;
  city: string | null;
  country: string | null;
  /** The carrier's own words, where there are any. */
  message: string | null;
}

/** What happened, newest first, in the visitor's words, with place and time. */
export function Timeline({ visit, events, open }: { visit: Visit; events: readonly TimelineEvent[]; open: boolean }) {
  const { words, dates } = visit;
  const { t, locale } = words;
  const newestFirst = [...events].sort((left, right) => right.at.getTime() - left.at.getTime());
  return (
    <details className="ac-history" open={open}>
      <summary>{t('parcel.history')}</summary>
      <ol className="ac-events">
        {newestFirst.map((event, at) => {
          const place = placeName(event, locale);
          return (
            <li key={at} className={at === 0 ? 'ac-event ac-newest' : 'ac-event'}>
              <p className="ac-event-name">{t(event.key)}</p>
              {event.message ? <p className="ac-event-words">{event.message}</p> : null}
              <p className="ac-event-when">
                <time dateTime={event.at.toISOString()}>{dateFormat(locale, event.zone).moment(event.at)}</time>
                {place ? <span> · {place}</span> : null}
              </p>
            </li>
          );
        })}
      </ol>
      <p className="ac-hint">{t('times', { zone: dates.zoneName(visit.now) })}</p>
    </details>
  );
}
