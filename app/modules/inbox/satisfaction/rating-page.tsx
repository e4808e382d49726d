import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import { scores } from './scores.ts';
import type { RatingWords } from './words.ts';

export type RatingAnswer =
  | { kind: 'invalid' }
  | { kind: 'thanks'; score: number }
  /** `isMissing`: it was sent without a score. */
  | { kind: 'question'; proof: string; score: number | null; comment: string; isMissing: boolean };

interface Page {
  words: RatingWords;
  shopName: string;
  /** Where the form goes. */
  address: string;
}

// The look is the theme's; only distances and sizes to touch are ours.
const styles = `.ac-rating{box-sizing:border-box;max-width:38rem;margin-inline:auto;padding:2rem 1.25rem 3.5rem;line-height:1.5;overflow-wrap:anywhere}
.ac-rating fieldset{border:0;margin:1.5rem 0 0;padding:0}
.ac-rating legend{font-weight:600;padding:0;margin-block-end:.25rem}
.ac-rating .ac-score{display:flex;gap:.75rem;align-items:center;min-height:44px}
.ac-rating input{flex:none;width:1.15rem;height:1.15rem;margin:0}
.ac-rating .ac-comment{display:block;margin-block-start:1.25rem;font-weight:600}
.ac-rating textarea{display:block;box-sizing:border-box;width:100%;min-height:6rem;margin-block-start:.35rem;padding:.6rem;font:inherit}
.ac-rating button{min-height:44px;margin-block:1.25rem}
.ac-rating [role=alert]{border-inline-start:4px solid currentColor;padding-inline-start:.75rem;margin-block:1rem}`;

/** The page's part of the theme as HTML in which nothing is read as Liquid. */
export function renderRatingPage(page: Page, answer: RatingAnswer): string {
  const { locale } = page.words;
  return withoutLiquid(
    renderToStaticMarkup(
      <div className="ac-rating" lang={locale} dir={direction(locale)}>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
        {answer.kind === 'question' ? <Question page={page} {...answer} /> : <Said page={page} kind={answer.kind} />}
      </div>,
    ),
  );
}

function Said({ page: { words, shopName }, kind }: { page: Page; kind: 'invalid' | 'thanks' }) {
  return (
    <>
      <h1>{words.t(`${kind}.title`)}</h1>
      <p role={kind === 'thanks' ? 'status' : undefined}>{words.t(`${kind}.text`, { shop: shopName })}</p>
    </>
  );
}

interface QuestionProps {
  page: Page;
  /** The key that shows whose ticket it is. */
  proof: string;
  score: number | null;
  comment: string;
  isMissing: boolean;
}

function Question({ page: { words, shopName, address }, proof, score, comment, isMissing }: QuestionProps) {
  const { t } = words;
  return (
    <>
      <h1>{t('page.title')}</h1>
      {isMissing ? <p role="alert">{t('page.missing')}</p> : null}
      <form method="post" action={address}>
        <input type="hidden" name="key" value={proof} />
        <fieldset>
          <legend>{t('page.question', { shop: shopName })}</legend>
          {scores.map((one) => (
            <label key={one} className="ac-score">
              <input type="radio" name="score" value={one} defaultChecked={one === score} required />
              <span>{t(`scores.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <label className="ac-comment">
          {t('page.comment')}
          <textarea name="comment" maxLength={2_000} defaultValue={comment} />
        </label>
        <button type="submit" className="button">
          {t('page.send')}
        </button>
      </form>
    </>
  );
}
