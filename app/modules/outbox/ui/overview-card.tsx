import { BlockStack, Card, Divider, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { Tally } from '#app/ui/tally.tsx';
import { heldReasons, type MessageResult } from '../message.ts';
import type { MessagesOverview } from '../index.server.ts';
import { messagesPath } from './messages-query.ts';
import { useMessageWords } from './words.ts';

/** What became of the messages of the last 30 days, and why some of them wait or did not leave; each figure leads to its messages. `before`: why of some there is none. */
export function OverviewCard({ overview, before }: { overview: MessagesOverview; before?: ReactNode }) {
  const { t, name } = useMessageWords();
  const { formats } = useAdmin();
  const { since, held, failures } = overview;
  const figures: { state: MessageResult; count: number; isBad?: boolean }[] = [
    { state: 'sent', count: overview.sent },
    { state: 'followed', count: overview.followed },
    { state: 'queued', count: overview.queued },
    { state: 'dropped', count: overview.dropped },
    { state: 'failed', count: overview.failed, isBad: true },
    { state: 'came_back', count: overview.cameBack, isBad: true },
    { state: 'unknown', count: overview.unknown, isBad: true },
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack align="space-between" gap="200">
            <Text as="h2" variant="headingMd">
              {t('overview.title')}
            </Text>
            <Link url="/app/settings/voice">{t('voice.title')}</Link>
          </InlineStack>
          <Text as="p" tone="subdued">
            {overview.sent === 0 ? t('overview.none') : overview.followable === 0 ? t('overview.codes') : t('overview.text', { share: formats.number(Math.round((100 * overview.followed) / overview.followable)) })}
          </Text>
        </BlockStack>
        <InlineGrid columns={{ xs: 2, sm: 4, lg: 7 }} gap="400">
          {figures.map(({ state, count, isBad = false }) => (
            <BlockStack key={state}>
              <Text as="span" tone="subdued">
                {name('state', state)}
              </Text>
              <Text as="span" variant="headingLg" tone={isBad && count > 0 ? 'critical' : undefined}>
                {count === 0 ? (
                  formats.number(0)
                ) : (
                  <Link url={messagesPath({ state, from: since })} monochrome accessibilityLabel={`${name('state', state)}: ${formats.number(count)}`}>
                    {formats.number(count)}
                  </Link>
                )}
              </Text>
            </BlockStack>
          ))}
        </InlineGrid>
        {held.length > 0 && (
          <>
            <Divider />
            <BlockStack gap="200">
              <Text as="h3" variant="headingSm">
                {t('overview.held')}
              </Text>
              <Tally
                lines={held.map(({ by, queued, dropped }) => ({
                  key: by,
                  what: <Link url={messagesPath({ held: heldReasons.find((reason) => reason === by) ?? null, from: since })}>{name('held', by)}</Link>,
                  count: [...(queued > 0 ? [t('overview.waiting', { count: queued })] : []), ...(dropped > 0 ? [t('overview.dropped', { count: dropped })] : [])].join(' · '),
                }))}
              />
            </BlockStack>
          </>
        )}
        {before && (
          <>
            <Divider />
            {before}
          </>
        )}
        {failures.length > 0 && (
          <>
            <Divider />
            <BlockStack gap="200">
              <Text as="h3" variant="headingSm">
                {t('overview.failures')}
              </Text>
              <Tally lines={failures.map(({ answer, count }) => ({ key: answer ?? '', what: answer ?? t('overview.noAnswer'), count: formats.number(count) }))} />
            </BlockStack>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
