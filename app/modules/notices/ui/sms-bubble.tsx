import { BlockStack, Text } from '@shopify/polaris';
import { outsideGsm, smsParts } from '#app/kernel/sms-parts.ts';
import { useNoticeWords } from './words.ts';

/** A text message as a phone shows it, with what it takes to send it. */
export function SmsBubble({ text, locale }: { text: string; locale: string }) {
  const { t } = useNoticeWords();
  const { encoding, length, parts } = smsParts(text);
  const outside = outsideGsm(text);
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {t('sms.title')}
      </Text>
      <div lang={locale} dir="auto" style={{ maxWidth: 340, padding: '10px 14px', borderRadius: 18, background: '#e9eaee', color: '#1f2933', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {text}
      </div>
      <div role="status">
        <Text as="p">{t('sms.count', { length, count: parts })}</Text>
        <Text as="p" tone="subdued">
          {encoding === 'GSM-7' ? t('sms.gsm') : t('sms.unicode', { signs: outside.slice(0, 6).join(' ') })}
        </Text>
      </div>
    </BlockStack>
  );
}
