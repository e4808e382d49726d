import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import type { Visit } from './visit.ts';

const ownNames: Record<CustomerLocale, string> = { en: 'English', 'zh-CN': '简体中文', de: 'Deutsch', fr: 'Français', es: 'Español', ja: '日本語', 'pt-PT': 'Português' };

/** The page in another language, with what it shows: a key travels in the form, a parcel's number may stand in the address. */
export function LanguageForm({ visit, fields }: { visit: Visit; fields: Readonly<Record<string, string>> }) {
  const { t, locale } = visit.words;
  return (
    <form className="ac-language" method={'key' in fields ? 'post' : 'get'} action={visit.address}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="ac-lang">{t('language.label')}</label>
      <select id="ac-lang" name="lang" defaultValue={locale}>
        {customerLocales.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNames[each]}
          </option>
        ))}
      </select>
      <button className="ac-link" type="submit">
        {t('language.change')}
      </button>
    </form>
  );
}
