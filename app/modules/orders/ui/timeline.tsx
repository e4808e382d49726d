import { BlockStack, Box, Icon, InlineStack, Text } from '@shopify/polaris';
import { AlertCircleIcon, CashDollarIcon, CheckCircleIcon, DeliveryIcon, EmailIcon, OrderIcon, ReturnIcon } from '@shopify/polaris-icons';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { storyLine, type StoryLine } from './story-line.ts';
import { useOrderWords } from './words.ts';

const icons = {
  order: OrderIcon,
  message: EmailIcon,
  money: CashDollarIcon,
  parcel: DeliveryIcon,
  delivered: CheckCircleIcon,
  problem: AlertCircleIcon,
  return: ReturnIcon,
} satisfies Record<StoryLine['mark'], unknown>;

/** Everything that happened to the order, newest first, under the days of the shop's calendar. */
export function Timeline({ entries }: { entries: readonly JournalEntry[] }) {
  const words = useOrderWords();
  const { formats, locale } = useAdmin();
  const { t } = words;
  return (
    <TitledCard title={t('story.title')}>
      {entries.length === 0 && <Text as="p">{t('story.empty')}</Text>}
      {byDay(entries, formats.dayKey).map(({ key, entries: ofDay }) => (
        <section key={key} aria-label={formats.day(ofDay[0].happenedAt)}>
          <BlockStack gap="300">
            <Text as="h3" variant="headingSm" tone="subdued">
              {formats.day(ofDay[0].happenedAt)}
            </Text>
            <BlockStack as="ul" gap="300">
              {ofDay.map((entry) => (
                <StoryRow key={entry.id} line={storyLine(entry, { words, formats, locale })} entry={entry} />
              ))}
            </BlockStack>
          </BlockStack>
        </section>
      ))}
    </TitledCard>
  );
}

function StoryRow({ line, entry }: { line: StoryLine; entry: JournalEntry }) {
  const { t } = useOrderWords();
  const { formats } = useAdmin();
  return (
    <Box as="li">
      <InlineStack gap="300" wrap={false} blockAlign="start">
        <Box>
          <Icon source={icons[line.mark]} tone={line.mark === 'problem' ? 'critical' : line.mark === 'delivered' ? 'success' : 'subdued'} />
        </Box>
        <BlockStack gap="050">
          <Text as="p" breakWord>
            {line.text}
          </Text>
          {line.detail && (
            <Text as="p" tone="subdued" breakWord>
              {line.detail}
            </Text>
          )}
          <Text as="p" variant="bodySm" tone="subdued">
            <time dateTime={entry.happenedAt.toISOString()}>{formats.time(entry.happenedAt)}</time> · {t(`story.by.${entry.source}`)}
          </Text>
        </BlockStack>
      </InlineStack>
    </Box>
  );
}

interface Day {
  key: string;
  entries: [JournalEntry, ...JournalEntry[]];
}

/** Newest day first, and within a day the newest line first. */
export function byDay(entries: readonly JournalEntry[], dayKey: (at: Date) => string): Day[] {
  const days: Day[] = [];
  for (const entry of [...entries].reverse()) {
    const key = dayKey(entry.happenedAt);
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, entries: [entry] });
  }
  return days;
}
