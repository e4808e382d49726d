import { useNavigate, useNavigation } from '@remix-run/react';
import { Badge, Banner, BlockStack, Button, Card, Form, FormLayout, Layout, Page, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { customerLocales } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import type { NoticeEditing, NoticePreview, RulesView } from '../views.ts';
import { RulesCard } from './rules/rules-card.tsx';
import { TestCard } from './test-card.tsx';
import { VersionsCard } from './versions-card.tsx';
import { useNoticeWords } from './words.ts';
import { WordsCard } from './words-card.tsx';

/** One kind of notice as customers get it, in each language, written about a real order. */
export function NoticePage({ notice, editing, rules, shopEmail }: { notice: NoticePreview; editing: NoticeEditing; rules: RulesView; shopEmail: string | null }) {
  const { t } = useNoticeWords();
  const [draft, setDraft] = useState<Pick<NoticePreview, 'subject' | 'html' | 'text'> | null>(null);
  const { kind, on, locale } = notice;
  const { subject, html, text } = draft ?? notice;
  return (
    <Page title={t(`kind.${kind}`)} subtitle={t(`about.${kind}`)} titleMetadata={<Badge tone={on ? 'success' : undefined}>{t(on ? 'on' : 'off')}</Badge>} backAction={{ content: t('detail.back'), url: '/app/notices' }}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <WordsCard key={editing.version} notice={notice} editing={editing} onShown={setDraft} />
            <Card>
              <BlockStack gap="300">
                {draft && (
                  <Banner tone="warning">
                    <p>{t('editor.draftShown')}</p>
                  </Banner>
                )}
                <Text as="h2" variant="headingMd">
                  {t('detail.subject')}
                </Text>
                <div lang={locale}>{subject}</div>
                <iframe title={t('detail.frame')} sandbox="" srcDoc={html} style={{ border: 0, width: '100%', height: 720, background: '#fff' }} />
              </BlockStack>
            </Card>
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  {t('detail.plain')}
                </Text>
                <div lang={locale} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {text}
                </div>
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <RulesCard view={rules} />
            <ChoiceCard notice={notice} />
            <TestCard notice={notice} to={shopEmail} />
            <VersionsCard editing={editing} language={locale} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function ChoiceCard({ notice: { kind, locale, order, notFound } }: { notice: NoticePreview }) {
  const { t } = useNoticeWords();
  const { locale: reader } = useAdmin();
  const navigate = useNavigate();
  const busy = useNavigation().state === 'loading';
  const [wanted, setWanted] = useState(order ?? '');
  const languages = new Intl.DisplayNames(reader, { type: 'language' });
  const show = (language: string, name: string) => navigate(`/app/notices/${kind}?${new URLSearchParams({ language, ...(name.trim() ? { order: name.trim() } : {}) }).toString()}`);
  return (
    <Card>
      <Form onSubmit={() => show(locale, wanted)}>
        <FormLayout>
          <Select
            label={t('detail.language')}
            options={customerLocales.map((value) => ({ value, label: languages.of(value) ?? value }))}
            value={locale}
            onChange={(language) => show(language, wanted)}
          />
          <TextField label={t('detail.order')} helpText={t('detail.orderHelp')} autoComplete="off" value={wanted} onChange={setWanted} error={notFound ? t('detail.notFound') : undefined} />
          <Button submit loading={busy}>
            {t('detail.show')}
          </Button>
          {order === null && !notFound && (
            <Banner>
              <p>{t('detail.made')}</p>
            </Banner>
          )}
        </FormLayout>
      </Form>
    </Card>
  );
}
