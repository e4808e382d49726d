import { Banner, BlockStack, Card, Text } from '@shopify/polaris';
import { MailPreview } from '#app/ui/mail-preview.tsx';
import type { WordChannel } from '#app/modules/own-words/index.pure.ts';
import type { ShownNotice } from '../views.ts';
import { SmsBubble } from './sms-bubble.tsx';
import { useNoticeWords } from './words.ts';

interface Props {
  shown: ShownNotice;
  way: WordChannel;
  locale: string;
  /** These words are not saved yet. */
  unsaved: boolean;
}

/** The notice as its customer gets it. */
export function PreviewCard({ shown: { subject, html, text, sms }, way, locale, unsaved }: Props) {
  const { t } = useNoticeWords();
  return (
    <Card>
      <BlockStack gap="400">
        {unsaved && (
          <Banner tone="warning">
            <p>{t('editor.draftShown')}</p>
          </Banner>
        )}
        {way === 'sms' && sms !== null ? (
          <SmsBubble text={sms} locale={locale} />
        ) : (
          <>
            <BlockStack gap="100">
              <Text as="h2" variant="headingMd">
                {t('detail.subject')}
              </Text>
              <div lang={locale}>{subject}</div>
            </BlockStack>
            <MailPreview title={t('detail.frame')} html={html} />
            <details>
              <summary>{t('detail.plain')}</summary>
              <div lang={locale} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', paddingBlock: 12 }}>
                {text}
              </div>
            </details>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
