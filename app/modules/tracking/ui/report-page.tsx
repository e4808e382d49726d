import { problemKinds, problemLimits, problemWishes, problemWords } from '#app/modules/problems/index.pure.ts';
import { lateParcels } from '../late-parcels.ts';
import { parcelFace } from '../parcel-face.ts';
import type { TrackedOrder } from '../tracked-order.ts';
import type { Proven, ReportDraft } from '../tracking-answer.ts';
import type { TrackingKey } from '../words.ts';
import { Carried, StepForm } from './carried.tsx';
import type { Visit } from './visit.ts';

interface Props {
  visit: Visit;
  tracked: TrackedOrder;
  proven: Proven;
  formId: string;
  draft: ReportDraft;
  error: TrackingKey | null;
}

/** The form a problem is reported with: what, which parcel and items, in words and photos. It works without a script. */
export function ReportPage({ visit, tracked, proven, formId, draft, error }: Props) {
  const { t, locale } = visit.words;
  const { parcels, view } = tracked;
  const saying = problemWords([locale]).t;
  const isLate = draft.kind === 'late' || lateParcels(tracked, { zone: visit.shop.ianaTimezone, now: visit.now }).length > 0;
  const kinds = [...(isLate ? (['late'] as const) : []), ...problemKinds.filter((kind) => kind !== 'late')];
  const isDelivered = parcels.some(({ story }) => parcelFace(story).tone === 'done' && story.method !== 'none');
  return (
    <div className="ac-search">
      <header className="ac-head">
        <h1>{t('report.heading')}</h1>
        <p className="ac-hint">{t('report.intro', { name: view.order.name })}</p>
      </header>
      <form className="ac-card ac-main ac-form" method="post" action={visit.address} encType="multipart/form-data" noValidate>
        <Carried visit={visit} fields={{ key: proven.key, do: 'send', form: formId }} />
        {error ? (
          <p className="ac-error" role="alert">
            {t(error)}
          </p>
        ) : null}
        <fieldset className="ac-choices">
          <legend>{t('report.kind')}</legend>
          {kinds.map((kind) => (
            <Choice key={kind} type="radio" name="kind" value={kind} chosen={draft.kind === kind} label={saying(`kind.${kind}`)} />
          ))}
          {isDelivered ? <p className="ac-advice">{t('report.neighbours')}</p> : null}
        </fieldset>
        {isLate ? (
          <fieldset className="ac-choices ac-if-late">
            <legend>{t('report.wish')}</legend>
            {problemWishes.map((wish) => (
              <Choice key={wish} type="radio" name="wish" value={wish} chosen={draft.wish === wish} label={saying(`wish.${wish}`)} />
            ))}
          </fieldset>
        ) : null}
        {parcels.length > 1 ? (
          <div className="ac-field">
            <label htmlFor="ac-parcel">{t('report.parcel')}</label>
            <select id="ac-parcel" name="parcel" defaultValue={draft.shipmentId}>
              <option value="">{t('report.wholeOrder')}</option>
              {parcels.map(({ story }, at) => (
                <option key={story.shipmentId} value={story.shipmentId}>
                  {t('parcel.headingOf', { number: at + 1, total: parcels.length })}
                  {story.number ? ` · ${story.number}` : ''}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        <Items visit={visit} tracked={tracked} draft={draft} />
        <div className="ac-field">
          <label htmlFor="ac-words">{t('report.words')}</label>
          <textarea id="ac-words" name="words" rows={4} maxLength={problemLimits.words} defaultValue={draft.words} aria-describedby="ac-words-hint" />
          <p className="ac-hint" id="ac-words-hint">
            {t('report.wordsHint')}
          </p>
        </div>
        <div className="ac-field ac-unless-late">
          <label htmlFor="ac-photos">{t('report.photos')}</label>
          <input id="ac-photos" name="photos" type="file" accept="image/*" multiple aria-describedby="ac-photos-hint" />
          <p className="ac-hint" id="ac-photos-hint">
            {t('report.photosHint')}
          </p>
        </div>
        <button className="ac-button button" type="submit">
          {t('report.submit')}
        </button>
      </form>
      <StepForm visit={visit} fields={{ key: proven.key }} label={t('report.back')} quiet />
    </div>
  );
}

/** What happens next, once a report is in. */
export function ReportedPage({ visit, orderName, proof }: { visit: Visit; orderName: string; proof: string }) {
  const { t } = visit.words;
  return (
    <div className="ac-search">
      <header className="ac-head">
        <p className="ac-eyebrow">{t('order.heading', { name: orderName })}</p>
        <h1>{t('report.thanks')}</h1>
        <p role="status">{t('report.next')}</p>
      </header>
      <StepForm visit={visit} fields={{ key: proof }} label={t('report.back')} />
    </div>
  );
}

function Items({ visit, tracked, draft }: Pick<Props, 'visit' | 'tracked' | 'draft'>) {
  const { t } = visit.words;
  return (
    <fieldset className="ac-choices ac-unless-late" aria-describedby="ac-items-hint">
      <legend>{t('report.items')}</legend>
      <p className="ac-hint" id="ac-items-hint">
        {t('report.itemsHint')}
      </p>
      {tracked.view.lines.map(({ id, title, variantTitle, quantity }) => {
        const drafted = draft.lines.find(({ lineId }) => lineId === id);
        return (
          <div key={id} className="ac-item">
            <Choice type="checkbox" name="line" value={id} chosen={drafted !== undefined} label={variantTitle ? `${title}, ${variantTitle}` : title} />
            {quantity > 1 ? (
              <input name={`quantity-${id}`} type="number" inputMode="numeric" min="1" max={quantity} defaultValue={drafted?.quantity ?? quantity} aria-label={t('report.howMany', { title })} />
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}

function Choice({ type, name, value, chosen, label }: { type: 'radio' | 'checkbox'; name: string; value: string; chosen: boolean; label: string }) {
  return (
    <label className="ac-choice">
      <input type={type} name={name} value={value} defaultChecked={chosen} />
      <span>{label}</span>
    </label>
  );
}
