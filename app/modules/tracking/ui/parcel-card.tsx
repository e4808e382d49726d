import type { ReactNode } from 'react';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { parcelFace, troubleWord } from '../parcel-face.ts';
import { LineList, type ShownLine } from './line-list.tsx';
import { parcelEvents, type Detail } from './parcel-events.ts';
import { ProgressBar } from './progress-bar.tsx';
import { safeUrl } from './safe-url.ts';
import { Timeline, type TimelineEvent } from './timeline.tsx';
import type { Visit } from './visit.ts';
import { When } from './when.tsx';

interface Props {
  visit: Visit;
  heading: string;
  /** The sentence on how the parcel stands, unless the page's heading said it already. */
  saysStatus: boolean;
  parcel: ParcelStory;
  lines: readonly ShownLine[];
  /** What happened before the parcel's own story. */
  before: readonly TimelineEvent[];
  detail: Detail;
  /** What its customer may choose now. */
  choice?: ReactNode;
}

/** One parcel: how it stands, when it comes, what to do, what is in it, how to follow it, and its story. */
export function ParcelCard({ visit, heading, saysStatus, parcel, lines, before, detail, choice }: Props) {
  const { t } = visit.words;
  const face = parcelFace(parcel);
  const trouble = troubleWord(parcel);
  const fetched = parcel.method === 'pickup' || parcel.status === 'ready_for_pickup';
  const events = [...before, ...parcelEvents(parcel, detail, visit.shop.ianaTimezone)];
  return (
    <article className="ac-card">
      <div className="ac-main">
        {saysStatus ? (
          <>
            <p className="ac-eyebrow">{heading}</p>
            <h2 className="ac-status">{t(face.headline)}</h2>
          </>
        ) : (
          <h2 className="ac-eyebrow">{heading}</h2>
        )}
        <When visit={visit} story={parcel} />
        {face.advice ? <p className={face.tone === 'attention' ? 'ac-advice ac-warn' : 'ac-advice'}>{t(face.advice)}</p> : null}
        {trouble ? <p className="ac-advice">{t(trouble)}</p> : null}
        {choice}
        <ProgressBar visit={visit} face={face} fetched={fetched} />
        {lines.length > 0 ? (
          <section className="ac-part">
            <h3>{t('parcel.contents')}</h3>
            <LineList visit={visit} lines={lines} />
          </section>
        ) : null}
        {parcel.method === 'carrier' ? <Carrier visit={visit} parcel={parcel} /> : null}
      </div>
      {parcel.method === 'none' ? null : (
        <div className="ac-side">
          <Timeline visit={visit} events={events} open={!saysStatus || face.tone !== 'done'} />
        </div>
      )}
    </article>
  );
}

function Carrier({ visit, parcel }: { visit: Visit; parcel: ParcelStory }) {
  const { t } = visit.words;
  const url = visit.page.showCarrierLink ? safeUrl(parcel.url) : null;
  return (
    <section className="ac-part">
      <dl className="ac-facts">
        {parcel.carrierName ? (
          <div>
            <dt>{t('parcel.carrier')}</dt>
            <dd>{parcel.carrierName}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('parcel.trackingNumber')}</dt>
          <dd>{parcel.number ? <bdi className="ac-number">{parcel.number}</bdi> : t('parcel.noNumber')}</dd>
        </div>
      </dl>
      {url ? (
        <a className="ac-button ac-quiet button button--secondary" href={url} rel="noopener noreferrer nofollow">
          {parcel.carrierName ? t('parcel.follow', { carrier: parcel.carrierName }) : t('parcel.followPlain')}
        </a>
      ) : null}
    </section>
  );
}
