import { Badge, BlockStack, Box, InlineStack, Text, Thumbnail } from '@shopify/polaris';
import { ImageIcon } from '@shopify/polaris-icons';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { LineView } from '../views.ts';
import { useOrderWords } from './words.ts';

/** What was bought, what is still to be sent, and what it cost. */
export function LinesCard({ lines }: { lines: readonly LineView[] }) {
  const { t } = useOrderWords();
  return (
    <TitledCard title={t('lines.title')}>
      <BlockStack as="ul" gap="300">
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </BlockStack>
    </TitledCard>
  );
}

function Line({ line }: { line: LineView }) {
  const { t } = useOrderWords();
  const { formats } = useAdmin();
  const unit = line.unitPrice.shop;
  const total = { ...unit, minor: unit.minor * line.currentQuantity - (line.currentQuantity > 0 ? line.discount.shop.minor : 0) };
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <Thumbnail source={line.imageUrl ?? ImageIcon} alt="" size="small" />
      <Box width="100%" minWidth="0">
        <Text as="p" fontWeight="semibold" breakWord>
          {line.title}
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {[line.variantTitle, line.sku].filter(Boolean).join(' · ')}
        </Text>
        <InlineStack gap="100" align="start" blockAlign="center" wrap>
          <Text as="span">
            {formats.money(unit)} × {formats.number(line.currentQuantity)}
          </Text>
          {line.currentQuantity === 0 && <Badge>{t('lines.removed')}</Badge>}
          {line.unfulfilledQuantity > 0 && line.requiresShipping && (
            <Badge tone="attention">{t('lines.unfulfilled', { count: line.unfulfilledQuantity })}</Badge>
          )}
        </InlineStack>
      </Box>
      <Text as="span" numeric>
        {formats.money(total)}
      </Text>
    </InlineStack>
  );
}
