import { steps, type ParcelFace } from '../parcel-face.ts';
import type { Visit } from './visit.ts';

interface Props {
  visit: Visit;
  face: ParcelFace;
  /** It is fetched, not brought. */
  fetched: boolean;
}

/** Four steps from confirmed to delivered; each says in words whether it is done, now or to come. Nothing where steps tell nothing. */
export function ProgressBar({ visit, face, fetched }: Props) {
  const { t } = visit.words;
  if (face.step === null) return null;
  const reached = steps.indexOf(face.step);
  const finished = face.tone === 'done';
  return (
    <ol className={`ac-steps ac-${face.tone}`} aria-label={t('steps.label')}>
      {steps.map((step, at) => {
        const progress = at < reached || (finished && at === reached) ? 'done' : at === reached ? 'current' : 'open';
        const label = step === 'outForDelivery' && fetched ? 'readyForPickup' : step;
        return (
          <li key={step} className={`ac-step ac-is-${progress}`} aria-current={progress === 'current' ? 'step' : undefined}>
            <span className="ac-dot" aria-hidden="true">
              {progress === 'done' ? (
                <svg viewBox="0 0 16 16" width="12" height="12">
                  <path d="M3 8.5 6.5 12 13 4.5" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" />
                </svg>
              ) : null}
            </span>
            <span className="ac-step-name">{t(`steps.${label}`)}</span>
            <span className="ac-sr"> ({t(`steps.${progress}`)})</span>
          </li>
        );
      })}
    </ol>
  );
}
