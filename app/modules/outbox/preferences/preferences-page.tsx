import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { direction } from '#app/kernel/locales.ts';
import { withoutLiquid } from '#app/kernel/without-liquid.ts';
import type { Reader } from './opt-outs.server.ts';
import type { Preferences } from './read-preferences.server.ts';
import type { PreferenceWords } from './words.ts';

export type PreferencesAnswer = { kind: 'invalid' } | { kind: 'preferences'; preferences: Preferences; proof: string; saved: boolean };

interface Page {
  words: PreferenceWords;
  shopName: string;
  /** Above everything else while a busy time is in force. */
  banner: ReactNode;
  /** Where the form goes. */
  address: string;
}

// The look is the theme's; only distances and sizes to touch are ours.
const styles = `.ac-preferences{box-sizing:border-box;max-width:38rem;margin-inline:auto;padding:2rem 1.25rem 3.5rem;line-height:1.5;overflow-wrap:anywhere}
.ac-preferences fieldset{border:0;margin:1.5rem 0 0;padding:0}
.ac-preferences legend{font-weight:600;padding:0;margin-block-end:.25rem}
.ac-preferences label{display:flex;gap:.75rem;align-items:flex-start;padding-block:.65rem;min-height:44px;box-sizing:border-box}
.ac-preferences input{flex:none;width:1.15rem;height:1.15rem;margin-block-start:.2rem}
.ac-preferences button{min-height:44px;margin-block:1.5rem}
.ac-preferences [role=status]{border-inline-start:4px solid currentColor;padding-inline-start:.75rem;margin-block:1rem}`;

/** The page's part of the theme as HTML in which nothing is read as Liquid. */
export function renderPreferencesPage(page: Page, answer: PreferencesAnswer): string {
  const { locale } = page.words;
  const html = renderToStaticMarkup(
    <div className="ac-preferences" lang={locale} dir={direction(locale)}>
      <style dangerouslySetInnerHTML={{ __html: styles }} />
      {page.banner}
      {answer.kind === 'invalid' ? <Invalid page={page} /> : <Form page={page} {...answer} />}
    </div>,
  );
  return withoutLiquid(html);
}

function Invalid({ page: { words, shopName } }: { page: Page }) {
  return (
    <>
      <h1>{words.t('invalid.title')}</h1>
      <p>{words.t('invalid.text', { shop: shopName })}</p>
    </>
  );
}

interface FormProps {
  page: Page;
  preferences: Preferences;
  /** The key that shows whose preferences they are. */
  proof: string;
  saved: boolean;
}

function Form({ page: { words, shopName, address }, preferences: { reader, kinds, categories }, proof, saved }: FormProps) {
  const { t } = words;
  return (
    <>
      <h1>{t('title')}</h1>
      {saved ? <p role="status">{t('saved')}</p> : null}
      <p>{t('intro', { shop: shopName, address: veiled(reader) })}</p>
      <form method="post" action={address}>
        <input type="hidden" name="key" value={proof} />
        {kinds.length === 0 ? null : (
          <fieldset>
            <legend>{t('kinds')}</legend>
            {kinds.map(({ kind, example, wanted }) => (
              <Choice key={kind} subject={kind} label={t('like', { example })} wanted={wanted} />
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend>{t('categories')}</legend>
          {categories.map(({ category, wanted }) => (
            <Choice key={category} subject={category} label={t(`category.${category}`)} wanted={wanted} />
          ))}
        </fieldset>
        <button type="submit" className="button">
          {t('save')}
        </button>
      </form>
      <p>{t('note')}</p>
    </>
  );
}

function Choice({ subject, label, wanted }: { subject: string; label: string; wanted: boolean }) {
  return (
    <label>
      <input type="hidden" name="shown" value={subject} />
      <input type="checkbox" name="wanted" value={subject} defaultChecked={wanted} />
      <span>{label}</span>
    </label>
  );
}

/** An address its owner recognises and nobody else learns. */
function veiled({ channel, address }: Reader): string {
  if (channel === 'sms') return `••• ${address.slice(-3)}`;
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}
