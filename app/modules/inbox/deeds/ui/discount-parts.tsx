import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useScopeRequest } from '#app/ui/use-scope-request.ts';
import type { DiscountPreview } from '../preview-discount.server.ts';
import { useDeedWords } from './words.ts';

/** Why no code can be given, or not every one. */
export function DiscountObstacles({ preview: { hasCustomer, rights, ways } }: { preview: DiscountPreview }) {
  const { t } = useDeedWords();
  const found = [
    !rights.may && t('rights.forbidden'),
    !hasCustomer && t('discount.noCustomer'),
    rights.may && rights.giftLeft === 0 && t('gift.none'),
    ways.length === 0 && t('discount.noWay'),
    ways.length > 0 && !ways.includes('amount') && t('discount.otherCurrency'),
  ].filter((words) => words !== false);
  return found.map((words) => (
    <Banner key={words} tone="info">
      {words}
    </Banner>
  ));
}

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
