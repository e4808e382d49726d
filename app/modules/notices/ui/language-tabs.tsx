import { useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Tabs } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { WordChannel } from '../own-words/word-parts.ts';
import type { LanguageState, NoticePreview } from '../views.ts';
import { useNoticeWords } from './words.ts';

interface Props {
  notice: NoticePreview;
  languages: readonly LanguageState[];
  way: WordChannel;
  children: ReactNode;
}

/** A tab for each language, with whose words are sent there, and where own words are missing. */
export function LanguageTabs({ notice: { kind, locale, order }, languages, way, children }: Props) {
  const { t } = useNoticeWords();
  const { locale: reader } = useAdmin();
  const navigate = useNavigate();
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  const missing = missingIn(languages, way);
  const tabs = languages.map((language) => ({
    id: `language-${language.locale}`,
    content: names.of(language.locale) ?? language.locale,
    panelID: 'language-panel',
    badge: language[way] === 'app' ? (missing.includes(language) ? t('tabs.missing') : undefined) : t(`tabs.${language[way]}`),
  }));
  const open = (language: string) => navigate(`/app/notices/${kind}?${new URLSearchParams({ language, way, ...(order === null ? {} : { order }) }).toString()}`, { preventScrollReset: true });
  return (
    <Tabs
      tabs={tabs}
      selected={Math.max(0, languages.findIndex((language) => language.locale === locale))}
      onSelect={(at) => {
        const chosen = languages[at];
        if (chosen) open(chosen.locale);
      }}
    >
      <BlockStack gap="400">
        {missing.length > 0 && (
          <Banner tone="info">
            <p>{t('tabs.missingIn', { languages: new Intl.ListFormat(reader).format(missing.map((language) => names.of(language.locale) ?? language.locale)) })}</p>
          </Banner>
        )}
        {children}
      </BlockStack>
    </Tabs>
  );
}

/** Once a merchant words a notice, the languages their shop speaks and in which they have not yet. */
function missingIn(languages: readonly LanguageState[], way: WordChannel): LanguageState[] {
  const begun = languages.some((language) => language[way] !== 'app');
  return begun ? languages.filter((language) => language.spoken && language[way] === 'app') : [];
}
