import type { OrderParcel, ParcelView } from '#app/modules/orders/index.server.ts';
import { expectationOf, parcelState } from '../parcel-state.ts';
import { readStatus } from '../words.ts';
import { LineList, type ShownLine } from './line-list.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { safeUrl } from './safe-url.ts';
import { Timeline, type TimelineEvent } from './timeline.tsx';
import type { Visit } from './visit.ts';

interface Props {
  visit: Visit;
  heading: string;
  /** The sentence on how the parcel stands, unless the page's heading said it already. */
  saysStatus: boolean;
  parcel: ParcelView;
  lines: readonly ShownLine[];
  /** What happened before the parcel's own story. */
  before: readonly TimelineEvent[];
  /** Whether carriers' own words and cities may be shown: they can name people and homes. */
  detailed: boolean;
}

/** One parcel: how it stands, when it comes, what is in it, how to follow it, and its story. */
export function ParcelCard({ visit, heading, saysStatus, parcel, lines, before, detailed }: Props) {
  const { t } = visit.words;
  const state = parcelState(parcel);
  return (
    <article className="ac-card">
      <div className="ac-main">
        {saysStatus ? (
          <>
            <p className="ac-eyebrow">{heading}</p>
            <h2 className="ac-status">{t(`status.${state.status}`)}</h2>
          </>
        ) : (
          <h2 className="ac-eyebrow">{heading}</h2>
        )}
        <When visit={visit} parcel={parcel} />
        <ProgressBar visit={visit} state={state} />
        {lines.length > 0 ? (
          <section className="ac-part">
            <h3>{t('parcel.contents')}</h3>
            <LineList visit={visit} lines={lines} />
          </section>
        ) : null}
        <Carrier visit={visit} parcel={parcel} />
      </div>
      <div className="ac-side">
        <Timeline visit={visit} events={[...before, ...eventsOf(parcel, detailed)]} open={!saysStatus || state.tone !== 'done'} />
      </div>
    </article>
  );
}

/** The lines of an order's parcel as they are listed. */
export function linesOf(parcel: OrderParcel): ShownLine[] {
  return parcel.lines.map(({ lineId, ...line }) => ({ id: lineId, ...line }));
}

function When({ visit, parcel }: { visit: Visit; parcel: ParcelView }) {
  const { t } = visit.words;
  const expectation = expectationOf(parcel, visit.shop.ianaTimezone, visit.now);
  if (!expectation) return parcel.checkpoints.length === 0 && parcel.number && !parcel.cancelled ? <p className="ac-hint">{t('parcel.noScans')}</p> : null;
  const date = visit.dates.day(expectation.at);
  if (expectation.kind === 'delivered') return <p className="ac-when">{t('parcel.deliveredOn', { date })}</p>;
  const missed = expectation.kind === 'missed';
  return (
    <>
      <p className="ac-when">{t(missed ? 'parcel.missed' : 'parcel.expected', { date })}</p>
      <p className="ac-hint">{missed ? t('parcel.missedText') : parcel.carrier ? t('parcel.source', { carrier: parcel.carrier }) : t('parcel.sourcePlain')}</p>
    </>
  );
}

function Carrier({ visit, parcel }: { visit: Visit; parcel: ParcelView }) {
  const { t } = visit.words;
  const url = safeUrl(parcel.url);
  return (
    <section className="ac-part">
      <dl className="ac-facts">
        {parcel.carrier ? (
          <div>
            <dt>{t('parcel.carrier')}</dt>
            <dd>{parcel.carrier}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('parcel.trackingNumber')}</dt>
          <dd>{parcel.number ? <bdi className="ac-number">{parcel.number}</bdi> : t('parcel.noNumber')}</dd>
        </div>
      </dl>
      {url && !parcel.cancelled ? (
        <a className="ac-button ac-quiet button button--secondary" href={url} rel="noopener noreferrer nofollow">
          {parcel.carrier ? t('parcel.follow', { carrier: parcel.carrier }) : t('parcel.followPlain')}
        </a>
      ) : null}
    </section>
  );
}

function eventsOf(parcel: ParcelView, detailed: boolean): TimelineEvent[] {
  const scans = parcel.checkpoints.map((checkpoint): TimelineEvent => ({
    key: `event.${readStatus(checkpoint.status)}`,
    at: checkpoint.happenedAt,
    city: detailed ? checkpoint.city : null,
    country: checkpoint.country,
    message: detailed ? checkpoint.message : null,
  }));
  return [{ key: 'event.announced', at: parcel.shippedAt, city: null, country: null, message: null }, ...scans];
}
