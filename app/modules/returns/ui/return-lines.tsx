import { BlockStack, Box, InlineStack, Text, Thumbnail } from '@shopify/polaris';
import { ImageIcon } from '@shopify/polaris-icons';
import { useAdmin } from '#app/ui/admin.tsx';
import type { ExchangeLineView, ReturnLineView } from '../views.ts';
import { useReturnWords } from './words.ts';

/** What comes back: how many of what, why, and what it is worth. */
export function ReturnLines({ lines }: { lines: readonly ReturnLineView[] }) {
  return (
    <BlockStack as="ul" gap="300">
      {lines.map((line) => (
        <li key={line.id}>
          <Line line={line} />
        </li>
      ))}
    </BlockStack>
  );
}

function Line({ line }: { line: ReturnLineView }) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  const { restocking, processed, refunded } = line;
  const further = [
    restocking && t('lines.restocking', { percentage: restocking.percentage, amount: formats.money(restocking.amount.shop) }),
    processed > 0 && t('lines.processed', { count: processed }),
    refunded > 0 && t('lines.refunded', { count: refunded }),
  ];
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Thumbnail source={line.imageUrl ?? ImageIcon} alt="" size="small" />
      <Box width="100%" minWidth="0">
        <Text as="p" fontWeight="semibold" breakWord>
          {formats.number(line.quantity)} × {line.title ?? t('unknownItem')}
        </Text>
        <Subdued parts={[line.variantTitle, line.sku]} />
        {line.reason && (
          <Text as="p" breakWord>
            {line.reason}
          </Text>
        )}
        {line.customerNote && (
          <Text as="p" breakWord>
            {t('lines.customer', { words: line.customerNote })}
          </Text>
        )}
        {line.reasonNote && (
          <Text as="p" tone="subdued" breakWord>
            {t('lines.staff', { words: line.reasonNote })}
          </Text>
        )}
        <Subdued parts={further} />
      </Box>
      <Text as="span" numeric>
        {formats.money(line.value.shop)}
      </Text>
    </InlineStack>
  );
}

/** What goes out in its place. */
export function ExchangeLines({ lines }: { lines: readonly ExchangeLineView[] }) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  return (
    <BlockStack as="ul" gap="200">
      {lines.map((line) => (
        <li key={line.id}>
          <Text as="p" fontWeight="semibold" breakWord>
            {formats.number(line.quantity)} × {line.title ?? t('unknownItem')}
          </Text>
          <Subdued parts={[line.variantTitle, line.sku, line.processed > 0 && t('exchangeLines.processed', { count: line.processed, of: line.quantity })]} />
        </li>
      ))}
    </BlockStack>
  );
}

function Subdued({ parts }: { parts: readonly (string | null | false)[] }) {
  const text = parts.filter(Boolean).join(' · ');
  if (text === '') return null;
  return (
    <Text as="p" tone="subdued" breakWord>
      {text}
    </Text>
  );
}
