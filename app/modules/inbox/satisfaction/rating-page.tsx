import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import { scores, type Score } from './scores.ts';
import { sendItself } from './send-itself.ts';
import type { RatingWords } from './words.ts';

export type RatingAnswer =
  | { kind: 'invalid' }
  | { kind: 'thanks'; proof: string; score: Score; comment: string }
  /** `given`: what was said before; `isMissing`: it was sent without a score. */
  | { kind: 'question'; proof: string; score: Score | null; given: Score | null; comment: string; sendsItself: boolean; isMissing: boolean };

interface Page {
  words: RatingWords;
  shopName: string;
  /** Where the form goes. */
  address: string;
  /** The visitor's language, for the form to carry on. */
  carried: Readonly<Record<string, string>>;
}

// The look is the theme's; only distances and sizes to touch are ours.
const styles = `.ac-rating{box-sizing:border-box;max-width:38rem;margin-inline:auto;padding:2rem 1.25rem 3.5rem;line-height:1.5;overflow-wrap:anywhere}
.ac-rating h1:focus{outline:none}
.ac-rating fieldset{border:0;margin:1.5rem 0 0;padding:0}
.ac-rating legend{font-weight:600;padding:0;margin-block-end:.25rem}
.ac-rating .ac-score{display:flex;gap:.75rem;align-items:center;min-height:44px}
.ac-rating input{flex:none;width:1.15rem;height:1.15rem;margin:0}
.ac-rating .ac-comment{display:block;margin-block-start:1.25rem;font-weight:600}
.ac-rating textarea{display:block;box-sizing:border-box;width:100%;min-height:6rem;margin-block-start:.35rem;padding:.6rem;font:inherit;font-weight:400}
.ac-rating button{min-height:44px;margin-block:1.25rem}
.ac-rating [role=alert]{border-inline-start:4px solid currentColor;padding-inline-start:.75rem;margin-block:1rem}`;

/** The page's part of the theme as HTML in which nothing is read as Liquid. */
export function renderRatingPage(page: Page, answer: RatingAnswer): string {
  const { locale } = page.words;
  return withoutLiquid(
    renderToStaticMarkup(
      <div className="ac-rating" lang={locale} dir={direction(locale)}>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
        <Content page={page} answer={answer} />
      </div>,
    ),
  );
}

function Content({ page, answer }: { page: Page; answer: RatingAnswer }) {
  const { words: { t }, shopName: shop } = page;
  const named = (score: Score) => t(`scores.${score}`);
  switch (answer.kind) {
    case 'invalid':
      return (
        <>
          <h1>{t('invalid.title')}</h1>
          <p>{t('invalid.text', { shop })}</p>
        </>
      );
    case 'thanks':
      return (
        <>
          <h1 tabIndex={-1}>{t('thanks.title')}</h1>
          <p role="status">{t('thanks.text', { shop, score: named(answer.score) })}</p>
          <Form page={page} {...answer} />
        </>
      );
    case 'question':
      return (
        <>
          <h1>{t('page.title')}</h1>
          {answer.isMissing ? <p role="alert">{t('page.missing')}</p> : null}
          {answer.given === null ? null : <p role="status">{t('page.given', { score: named(answer.given) })}</p>}
          <Form page={page} {...answer} />
          {answer.sendsItself ? <script dangerouslySetInnerHTML={{ __html: sendItself }} /> : null}
        </>
      );
  }
}

interface FormProps {
  page: Page;
  /** The key that shows whose ticket it is. */
  proof: string;
  score: Score | null;
  comment: string;
}

function Form({ page: { words, shopName, address, carried }, proof, score, comment }: FormProps) {
  const { t } = words;
  return (
    <form method="post" action={address}>
      {Object.entries({ ...carried, key: proof }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
  );
}
