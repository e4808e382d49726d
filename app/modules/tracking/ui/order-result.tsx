import { formatMoney } from '#app/kernel/money.ts';
import { placeName } from '#app/kernel/place.ts';
import type { CustomerOrderView } from '#app/modules/orders/index.server.ts';
import { orderState, waitingLines } from '../order-state.ts';
import { parcelState } from '../parcel-state.ts';
import { LineList } from './line-list.tsx';
import { linesOf, ParcelCard } from './parcel-card.tsx';
import type { TimelineEvent } from './timeline.tsx';
import type { Visit } from './visit.ts';

/** An order as its customer follows it: the whole in one sentence, then each parcel, then what is still to come. */
export function OrderResult({ visit, view }: { visit: Visit; view: CustomerOrderView }) {
  const { words, dates } = visit;
  const { t, locale } = words;
  const { order, parcels } = view;
  const waiting = waitingLines(view);
  // An order that is one parcel has one sentence: the parcel's own, which says more.
  const alone = parcels.length === 1 && waiting.length === 0 && !order.cancelledAt ? parcels[0] : undefined;
  const place = view.destination ? placeName({ city: view.destination.city, country: view.destination.countryCode }, locale) : null;
  const ordered: TimelineEvent = { key: 'event.ordered', at: order.processedAt, city: null, country: null, message: null };
  return (
    <>
      <header className="ac-head">
        <p className="ac-eyebrow">{t('order.heading', { name: order.name })}</p>
        <h1>{t(alone ? `status.${parcelState(alone).status}` : `state.${orderState(view)}`)}</h1>
        <p className="ac-hint">
          {t('order.placed', { date: dates.fullDay(order.processedAt) })}
          {place && !order.cancelledAt ? <span> · {t('order.destination', { place })}</span> : null}
        </p>
        <Refunded visit={visit} view={view} />
      </header>
      {parcels.map((parcel, at) => (
        <ParcelCard
          key={parcel.id}
          visit={visit}
          heading={parcels.length > 1 ? t('parcel.headingOf', { number: at + 1, total: parcels.length }) : t('parcel.heading')}
          saysStatus={!alone}
          parcel={parcel}
          lines={linesOf(parcel)}
          before={[ordered]}
          detailed
        />
      ))}
      {parcels.length === 0 && waiting.length === 0 && view.lines.length > 0 ? (
        <section className="ac-card ac-main">
          <h2 className="ac-eyebrow">{t('order.contents')}</h2>
          <LineList visit={visit} lines={view.lines} />
        </section>
      ) : null}
      {waiting.length > 0 ? (
        <section className="ac-card ac-main">
          <h2 className="ac-status">{t('waiting.heading')}</h2>
          <p className="ac-hint">{t('waiting.text')}</p>
          <LineList visit={visit} lines={waiting.map((line) => ({ ...line, quantity: line.unfulfilledQuantity }))} />
        </section>
      ) : null}
    </>
  );
}

function Refunded({ visit, view }: { visit: Visit; view: CustomerOrderView }) {
  const { refunded, total } = view.order.money;
  if (refunded.presentment.minor <= 0) return null;
  const amount = formatMoney(refunded.presentment, visit.words.locale);
  const fully = refunded.presentment.minor >= total.presentment.minor;
  return <p className="ac-note">{visit.words.t(fully ? 'order.refundedFully' : 'order.refundedPartly', { amount })}</p>;
}
