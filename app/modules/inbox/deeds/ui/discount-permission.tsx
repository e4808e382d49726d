import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useScopeRequest } from '#app/ui/use-scope-request.ts';
import { useDeedWords } from './words.ts';

/** Asks the shop to let us make codes; whoever waits for Shopify to tell us looks again. */
export function DiscountPermission({ scope, onAnswer }: { scope: string; onAnswer(): void }) {
  const { t } = useDeedWords();
  const { answer, ask } = useScopeRequest(scope, onAnswer);
  const isGranted = answer === 'granted';
  return (
    <div role="status">
      <Banner tone={isGranted ? 'success' : 'warning'}>
        <BlockStack gap="200">
          <Text as="p">{t(isGranted ? 'discount.granted' : answer === 'declined' ? 'discount.declined' : 'discount.allowText')}</Text>
          <InlineStack>{isGranted ? <Button onClick={onAnswer}>{t('discount.look')}</Button> : <Button onClick={ask}>{t('discount.allow')}</Button>}</InlineStack>
        </BlockStack>
      </Banner>
    </div>
  );
}
