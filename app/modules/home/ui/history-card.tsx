import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, Card, ProgressBar, Text } from '@shopify/polaris';
import { useId } from 'react';
import type { ImportProgress } from '#app/modules/orders/index.server.ts';
import { useHomeWords } from './words.ts';

/** How far the import of past orders is; where it failed, why, and the way to try again. */
export function HistoryCard({ history }: { history: ImportProgress }) {
  const { t } = useHomeWords();
  const fetcher = useFetcher();
  const title = useId();
  const progress = useProgressText(history);
  if (history.state === 'failed') {
    return (
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t('history.failedTitle')}
          </Text>
          <Text as="p" tone="critical" breakWord>
            {t('history.failed', { reason: history.failure ?? '' })}
          </Text>
          <Button loading={fetcher.state !== 'idle'} onClick={() => fetcher.submit({ intent: 'retry-import' }, { method: 'post' })}>
            {t('history.retry')}
          </Button>
        </BlockStack>
      </Card>
    );
  }
  const share = importShare(history);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd" id={title}>
          {t('history.title')}
        </Text>
        <div role="status">
          <Text as="p">{progress}</Text>
        </div>
        {share !== null && <ProgressBar progress={share} size="small" ariaLabelledBy={title} />}
      </BlockStack>
    </Card>
  );
}

function useProgressText({ state, part, ordersTotal, ordersApplied }: ImportProgress): string {
  const { t } = useHomeWords();
  if (part === 'parcels') return t('history.parcels');
  if (state !== 'downloading') return t('history.waiting');
  return ordersTotal === null
    ? t('history.ordersOpen', { done: ordersApplied })
    : t('history.orders', { done: ordersApplied, total: ordersTotal });
}

/** Whole percent of the orders, or null while nobody knows how many there are. */
export function importShare({ part, ordersTotal, ordersApplied }: Pick<ImportProgress, 'part' | 'ordersTotal' | 'ordersApplied'>): number | null {
  if (part === 'parcels' || ordersTotal === null || ordersTotal === 0) return null;
  return Math.min(100, Math.floor((ordersApplied / ordersTotal) * 100));
}
