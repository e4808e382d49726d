import { BlockStack, Box, InlineStack, Text } from '@shopify/polaris';
import { ShareBar } from '#app/ui/chart/share-bar.tsx';
import type { ReasonCount } from '../../figures/views.ts';
import { FiguresCard } from './figures-card.tsx';
import type { FiguresVoice } from './use-figures-voice.ts';

const mostDrawn = 6;

/** Why things came back, the most frequent reason first. */
export function ReasonsCard({ reasons, voice }: { reasons: readonly ReasonCount[]; voice: FiguresVoice }) {
  const { t, count, shareOf, reason } = voice;
  const all = reasons.reduce((sum, { units }) => sum + units, 0);
  return (
    <FiguresCard
      title={t('reasons.title')}
      headings={[t('reasons.reason'), t('reasons.units'), t('reasons.share')]}
      rows={reasons.map((row) => [reason(row), count(row.units), shareOf(row.units, all)])}
      voice={voice}
    >
      <BlockStack as="ul" gap="200">
        {reasons.slice(0, mostDrawn).map((row) => (
          <li key={row.reason}>
            <InlineStack align="space-between" gap="200" wrap={false} blockAlign="center">
              <Text as="span" breakWord>
                {reason(row)}
              </Text>
              <InlineStack gap="200" wrap={false} blockAlign="center">
                <ShareBar label={t('reasons.point', { reason: reason(row), share: shareOf(row.units, all) })} parts={[{ share: row.units / all, tone: 'plain' }]} />
                <Box minWidth="40px">
                  <Text as="p" alignment="end" numeric>
                    {shareOf(row.units, all)}
                  </Text>
                </Box>
              </InlineStack>
            </InlineStack>
          </li>
        ))}
      </BlockStack>
    </FiguresCard>
  );
}
