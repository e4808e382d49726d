import { BlockStack, Box, InlineGrid, Link, Text } from '@shopify/polaris';
import type { OrdersOverview } from '#app/modules/orders/index.server.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useHomeWords } from './words.ts';

const shown = [
  { key: 'total', url: '/app/orders' },
  { key: 'open', url: '/app/orders?view=open' },
  { key: 'inTransit', url: '/app/parcels?view=on_the_way' },
  { key: 'attention', url: '/app/orders?view=attention' },
] as const;

/** The shop's orders in four numbers, each with the way to its list. */
export function Figures({ figures }: { figures: OrdersOverview }) {
  const { t } = useHomeWords();
  const { formats } = useAdmin();
  return (
    <TitledCard title={t('figures.title')} gap="300">
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        {shown.map(({ key, url }) => (
          <Box key={key}>
            <BlockStack gap="100">
              <Link url={url} removeUnderline monochrome>
                {t(`figures.${key}`)}
              </Link>
              <Text as="p" variant="headingLg" numeric tone={key === 'attention' && figures.attention > 0 ? 'critical' : undefined}>
                {formats.number(figures[key])}
              </Text>
            </BlockStack>
          </Box>
        ))}
      </InlineGrid>
    </TitledCard>
  );
}
