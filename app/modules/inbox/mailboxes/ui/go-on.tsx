import { Banner, BlockStack, Button, InlineStack } from '@shopify/polaris';
import { useMailboxWords } from './words.ts';

/** The way to the provider, in a window of its own: it shows itself in no frame. */
export function GoOn({ to }: { to: string }) {
  const { t } = useMailboxWords();
  return (
    <Banner tone="info">
      <BlockStack gap="200">
        <p>{t('goOn.text')}</p>
        <InlineStack>
          <Button url={to} target="_blank">{t('goOn.go')}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
