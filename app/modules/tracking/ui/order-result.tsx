import { formatMoney } from '#app/kernel/money.ts';
import { placeName } from '#app/kernel/place.ts';
import type { CustomerOrderView } from '#app/modules/orders/index.server.ts';
import { lateParcels } from '../late-parcels.ts';
import { orderState, waitingLines } from '../order-state.ts';
import { parcelFace } from '../parcel-face.ts';
import type { TrackedOrder, TrackedParcel } from '../tracked-order.ts';
import type { Proven } from '../tracking-answer.ts';
import { unsentWords } from '../when-words.ts';
import { StepForm } from './carried.tsx';
import { LineList, type ShownLine } from './line-list.tsx';
import { ParcelCard } from './parcel-card.tsx';
import type { TimelineEvent } from './timeline.tsx';
import type { Visit } from './visit.ts';

/** An order as its customer follows it: the whole in one sentence, then each parcel, then what is still to come. */
export function OrderResult({ visit, tracked, proven }: { visit: Visit; tracked: TrackedOrder; proven: Proven }) {
  const { words, dates, shop } = visit;
  const { t, locale } = words;
  const { view, parcels } = tracked;
  const { order } = view;
  const waiting = waitingLines(view);
  // An order that is one parcel has one sentence: the parcel's own, which says more.
  const alone = parcels.length === 1 && waiting.length === 0 && !order.cancelledAt ? parcels[0] : undefined;
  const place = view.destination ? placeName({ city: view.destination.city, country: view.destination.countryCode }, locale) : null;
  const ordered: TimelineEvent = { key: 'event.ordered', at: order.processedAt, zone: shop.ianaTimezone, city: null, country: null, message: null };
  const late = new Set(lateParcels(tracked, { zone: shop.ianaTimezone, now: visit.now }));
  return (
    <>
      <header className="ac-head">
        <p className="ac-eyebrow">{t('order.heading', { name: order.name })}</p>
        <h1>{alone ? t(parcelFace(alone.story).headline) : t(`state.${orderState(view, parcels.map(({ story }) => story), tracked.isPickup)}`)}</h1>
        <p className="ac-hint">
          {t('order.placed', { date: dates.fullDay(order.processedAt) })}
          {place && !order.cancelledAt ? <span> · {t('order.destination', { place })}</span> : null}
        </p>
        {proven.personal ? <Refunded visit={visit} view={view} /> : null}
      </header>
      {parcels.map((parcel, at) => (
        <ParcelCard
          key={parcel.story.shipmentId}
          visit={visit}
          heading={parcels.length > 1 ? t('parcel.headingOf', { number: at + 1, total: parcels.length }) : t('parcel.heading')}
          saysStatus={!alone}
          parcel={parcel.story}
          lines={linesOf(parcel)}
          before={[ordered]}
          detail={{ towns: true, words: proven.personal }}
          choice={late.has(parcel) ? <StepForm visit={visit} fields={{ key: proven.key, do: 'late' }} label={t('report.choose')} quiet /> : null}
        />
      ))}
      {tracked.withdrawn.map(({ shipmentId, number }) => (
        <p key={shipmentId} className="ac-hint ac-withdrawn">
          {t('parcel.withdrawn', { number: number ?? '' })}
        </p>
      ))}
      {parcels.length === 0 && waiting.length === 0 && view.lines.length > 0 ? (
        <section className="ac-card ac-main">
          <h2 className="ac-eyebrow">{t('order.contents')}</h2>
          <LineList visit={visit} lines={view.lines} />
        </section>
      ) : null}
      {waiting.length > 0 ? <Waiting visit={visit} tracked={tracked} lines={waiting.map((line) => ({ ...line, quantity: line.unfulfilledQuantity }))} /> : null}
    </>
  );
}

function Waiting({ visit, tracked, lines }: { visit: Visit; tracked: TrackedOrder; lines: readonly ShownLine[] }) {
  const { t } = visit.words;
  const { isLateToShip, isPickup } = tracked;
  const { main, notes } = unsentWords(visit.words, tracked);
  return (
    <section className="ac-card ac-main">
      <h2 className="ac-status">{t(isPickup ? 'waiting.pickupHeading' : 'waiting.heading')}</h2>
      {main ? (
        <>
          <p className="ac-when">{main}</p>
          <p className="ac-hint">{notes.join(' ')}</p>
        </>
      ) : null}
      {isLateToShip ? <p className="ac-advice ac-warn">{t('trouble.lateToShip')}</p> : null}
      <p className="ac-hint">{t(isPickup ? 'waiting.pickupText' : 'waiting.text')}</p>
      <LineList visit={visit} lines={lines} />
    </section>
  );
}

/** The lines of an order's parcel as they are listed. */
function linesOf({ lines }: TrackedParcel): ShownLine[] {
  return lines.map(({ lineId, ...line }) => ({ id: lineId, ...line }));
}

function Refunded({ visit, view }: { visit: Visit; view: CustomerOrderView }) {
  const { refunded, total } = view.order.money;
  if (refunded.presentment.minor <= 0) return null;
  const amount = formatMoney(refunded.presentment, visit.words.locale);
  const fully = refunded.presentment.minor >= total.presentment.minor;
  return <p className="ac-note">{visit.words.t(fully ? 'order.refundedFully' : 'order.refundedPartly', { amount })}</p>;
}
