import { thumbnailUrl } from './safe-url.ts';
import type { Visit } from './visit.ts';

export interface ShownLine {
  id: string;
  title: string;
  variantTitle: string | null;
  imageUrl: string | null;
  quantity: number;
}

/** Things with their pictures; a thing without one keeps its place. */
export function LineList({ visit, lines }: { visit: Visit; lines: readonly ShownLine[] }) {
  const { t } = visit.words;
  return (
    <ul className="ac-lines">
      {lines.map((line) => {
        const picture = thumbnailUrl(line.imageUrl, 128);
        return (
          <li key={line.id} className="ac-line">
            {picture ? (
              <img className="ac-picture" src={picture} alt="" width="64" height="64" loading="lazy" decoding="async" />
            ) : (
              <span className="ac-picture" aria-hidden="true">
                <svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" opacity=".6">
                  <path d="M12 3 4 7v10l8 4 8-4V7zM4 7l8 4 8-4M12 11v10" />
                </svg>
              </span>
            )}
            <div>
              <p className="ac-line-title">{line.title}</p>
              {line.variantTitle ? <p className="ac-hint">{line.variantTitle}</p> : null}
              <p className="ac-hint">{t('parcel.quantity', { count: line.quantity })}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
