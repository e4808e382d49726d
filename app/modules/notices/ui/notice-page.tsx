import { useSearchParams } from '@remix-run/react';
import { Badge, BlockStack, Box, Button, ButtonGroup, Layout, Page } from '@shopify/polaris';
import { useState } from 'react';
import type { WordChannel } from '#app/modules/own-words/index.pure.ts';
import type { HeldNotices, NoticeEditing, NoticePreview, RulesView, ShownNotice } from '../views.ts';
import { LanguageTabs } from './language-tabs.tsx';
import { OrderCard } from './order-card.tsx';
import { PreviewCard } from './preview-card.tsx';
import { HeldCard } from './rules/held-card.tsx';
import { RulesCard } from './rules/rules-card.tsx';
import { TestCard } from './test-card.tsx';
import { VersionsCard } from './versions-card.tsx';
import { useNoticeWords } from './words.ts';
import { WordsCard } from './words-card.tsx';

interface Props {
  notice: NoticePreview;
  editing: NoticeEditing;
  /** Null of a mail that answers or announces: it has no moment and no audience of its own here. */
  rules: RulesView | null;
  held: HeldNotices | null;
  shopEmail: string | null;
}

const ways: readonly WordChannel[] = ['email', 'sms'];

/** One kind of notice as customers get it, by mail and as a text message, in each language, written about a real order. */
export function NoticePage({ notice, editing, rules, held, shopEmail }: Props) {
  const { t } = useNoticeWords();
  const [query, setQuery] = useSearchParams();
  const [draft, setDraft] = useState<ShownNotice | null>(null);
  const { kind, on, locale } = notice;
  const way = editing.sms !== null && query.get('way') === 'sms' ? 'sms' : 'email';
  const choose = (next: WordChannel) => {
    setDraft(null);
    setQuery(new URLSearchParams({ ...Object.fromEntries(query), way: next }), { preventScrollReset: true });
  };
  return (
    <Page title={t(`kind.${kind}`)} subtitle={t(`about.${kind}`)} titleMetadata={<Badge tone={on ? 'success' : undefined}>{t(on ? 'on' : 'off')}</Badge>} backAction={{ content: t('detail.back'), url: '/app/notices' }}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Box paddingInline={{ xs: '400', sm: '0' }}>
              <BlockStack gap="400">
                {editing.sms !== null && (
                  <ButtonGroup variant="segmented">
                    {ways.map((each) => (
                      <Button key={each} pressed={each === way} onClick={() => choose(each)}>
                        {t(`way.${each}`)}
                      </Button>
                    ))}
                  </ButtonGroup>
                )}
                <LanguageTabs notice={notice} languages={editing.languages} way={way} />
              </BlockStack>
            </Box>
            <WordsCard key={`${way} ${editing[way]?.version}`} notice={notice} editing={editing} way={way} onShown={setDraft} />
            <PreviewCard shown={draft ?? notice} way={way} locale={locale} unsaved={draft !== null} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {rules && <RulesCard view={rules} />}
            {rules && <OrderCard notice={notice} way={way} />}
            <TestCard key={way} notice={notice} way={way} to={way === 'email' ? shopEmail : null} />
            <VersionsCard editing={editing} way={way} language={locale} />
            {held && <HeldCard held={held} />}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
