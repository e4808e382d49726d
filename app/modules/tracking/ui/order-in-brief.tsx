import { orderState, waitingLines } from '../order-state.ts';
import { parcelFace, troubleWord } from '../parcel-face.ts';
import type { TrackedOrder, TrackedParcel } from '../tracked-order.ts';
import { unsentWords } from '../when-words.ts';
import { Carried } from './carried.tsx';
import type { Visit } from './visit.ts';
import { When } from './when.tsx';

interface Props {
  visit: Visit;
  tracked: TrackedOrder;
  /** The key that opened it, which leads on to the whole of it. */
  proof: string;
  /** Where the whole of it is shown, and what the way there is called. */
  whole: { address: string; label: string };
}

/** How an order stands and when it comes, in a few lines, for another page of ours; with the way to the rest. */
export function OrderInBrief({ visit, tracked, proof, whole }: Props) {
  const { t } = visit.words;
  const { view, parcels, isPickup } = tracked;
  const isWaiting = waitingLines(view).length > 0;
  const alone = parcels.length === 1 && !isWaiting && !view.order.cancelledAt ? parcels[0] : undefined;
  return (
    <section className="ac-card ac-main">
      <p className="ac-eyebrow">{t('order.heading', { name: view.order.name })}</p>
      <h2 className="ac-status">{alone ? t(parcelFace(alone.story).headline) : t(`state.${orderState(view, parcels.map(({ story }) => story), isPickup)}`)}</h2>
      {alone ? <Stands visit={visit} parcel={alone} /> : parcels.map((parcel, at) => (
        <section key={parcel.story.shipmentId} className="ac-part">
          <h3>{t('parcel.headingOf', { number: at + 1, total: parcels.length })}</h3>
          <p>{t(parcelFace(parcel.story).headline)}</p>
          <Stands visit={visit} parcel={parcel} />
        </section>
      ))}
      {isWaiting ? <Unsent visit={visit} tracked={tracked} /> : null}
      <form method="post" action={whole.address}>
        <Carried visit={visit} fields={{ key: proof }} />
        <button className="ac-link" type="submit">
          {whole.label}
        </button>
      </form>
    </section>
  );
}

function Stands({ visit, parcel: { story } }: { visit: Visit; parcel: TrackedParcel }) {
  const { t } = visit.words;
  const { advice, tone } = parcelFace(story);
  const trouble = troubleWord(story);
  return (
    <>
      <When visit={visit} story={story} />
      {advice ? <p className={tone === 'attention' ? 'ac-advice ac-warn' : 'ac-advice'}>{t(advice)}</p> : null}
      {trouble ? <p className="ac-advice">{t(trouble)}</p> : null}
    </>
  );
}

function Unsent({ visit, tracked }: { visit: Visit; tracked: TrackedOrder }) {
  const { t } = visit.words;
  const { main, notes } = unsentWords(visit.words, tracked);
  return (
    <section className="ac-part">
      <h3>{t(tracked.isPickup ? 'waiting.pickupHeading' : 'waiting.heading')}</h3>
      {main ? (
        <>
          <p className="ac-when">{main}</p>
          <p className="ac-hint">{notes.join(' ')}</p>
        </>
      ) : null}
      {tracked.isLateToShip ? <p className="ac-advice ac-warn">{t('trouble.lateToShip')}</p> : null}
    </section>
  );
}
