import { useNavigate } from '@remix-run/react';
import { Banner, Button, InlineStack } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { WordChannel } from '#app/modules/own-words/index.pure.ts';
import type { LanguageState, NoticePreview } from '../views.ts';
import { useNoticeWords } from './words.ts';

interface Props {
  notice: NoticePreview;
  languages: readonly LanguageState[];
  way: WordChannel;
}

/** A tab for each language, with whose words are sent there, and where own words are missing. */
export function LanguageTabs({ notice: { kind, situation, locale, order }, languages, way }: Props) {
  const { t } = useNoticeWords();
  const { locale: reader } = useAdmin();
  const navigate = useNavigate();
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  const nameOf = (language: LanguageState) => names.of(language.locale) ?? language.locale;
  const missing = missingIn(languages, way);
  const labelOf = (language: LanguageState) => {
    const state = language[way] === 'app' ? (missing.includes(language) ? t('tabs.missing') : null) : t(`tabs.${language[way]}`);
    return state === null ? nameOf(language) : t('tabs.named', { language: nameOf(language), state });
  };
  const open = (language: string) => navigate(`/app/notices/${kind}?${new URLSearchParams({ language, way, ...(situation === null ? {} : { situation }), ...(order === null ? {} : { order }) }).toString()}`, { preventScrollReset: true });
  return (
    <>
      <div role="group" aria-label={t('tabs.label')}>
        <InlineStack gap="200">
          {languages.map((language) => (
            <Button key={language.locale} pressed={language.locale === locale} onClick={() => open(language.locale)}>
              {labelOf(language)}
            </Button>
          ))}
        </InlineStack>
      </div>
      {missing.length > 0 && (
        <Banner tone="info">
          <p>{t('tabs.missingIn', { languages: new Intl.ListFormat(reader).format(missing.map(nameOf)) })}</p>
        </Banner>
      )}
    </>
  );
}

/** Once a merchant words a notice, the languages their shop speaks and in which they have not yet. */
function missingIn(languages: readonly LanguageState[], way: WordChannel): LanguageState[] {
  const begun = languages.some((language) => language[way] !== 'app');
  return begun ? languages.filter((language) => language.spoken && language[way] === 'app') : [];
}
