import { useFetcher } from '@remix-run/react';
import { BlockStack, Box, Button, InlineStack, Spinner, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { StoryMoment } from '../story-with-words.server.ts';
import { useParts } from './beside-parts.ts';
import { besidePath } from './use-beside-form.ts';
import { useBesideWords } from './words.ts';

interface Props {
  ticketId: number;
  orderId: string;
}

/** The order's story and the conversation on one time line, once it is asked for. */
export function Story({ ticketId, orderId }: Props) {
  const { t } = useBesideWords();
  const [isOpen, setOpen] = useState(false);
  const fetcher = useFetcher<{ story: StoryMoment[] }>();
  const toggle = () => {
    if (!isOpen) fetcher.load(`${besidePath(ticketId)}?order=${orderId}`);
    setOpen(!isOpen);
  };
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button variant="plain" ariaExpanded={isOpen} onClick={toggle}>
          {t(isOpen ? 'story.hide' : 'story.show')}
        </Button>
      </InlineStack>
      {isOpen && !fetcher.data && <Spinner size="small" accessibilityLabel={t('story.show')} />}
      {isOpen && fetcher.data && <Moments story={fetcher.data.story} />}
    </BlockStack>
  );
}

function Moments({ story }: { story: readonly StoryMoment[] }) {
  const { formats } = useAdmin();
  const days = Map.groupBy(story, ({ at }) => formats.dayKey(at));
  return [...days].map(([key, moments]) => (
    <BlockStack key={key} gap="200">
      <Text as="h4" variant="headingXs" tone="subdued">
        {formats.day(moments[0]?.at ?? new Date(key))}
      </Text>
      <BlockStack as="ul" gap="200">
        {moments.map((moment) => (
          <li key={moment.is === 'said' ? `said ${moment.id}` : moment.entry.id}>
            <Moment moment={moment} />
          </li>
        ))}
      </BlockStack>
    </BlockStack>
  ));
}

function Moment({ moment }: { moment: StoryMoment }) {
  const { t } = useBesideWords();
  const { Happened } = useParts();
  const { formats } = useAdmin();
  const time = (
    <Text as="p" variant="bodySm" tone="subdued">
      <time dateTime={moment.at.toISOString()}>{formats.time(moment.at)}</time>
    </Text>
  );
  if (moment.is === 'happened') {
    return (
      <BlockStack gap="0">
        <Happened entry={moment.entry} />
        {time}
      </BlockStack>
    );
  }
  const name = moment.name ?? t('story.somebody');
  return (
    <Box background={moment.direction === 'in' ? 'bg-surface-secondary' : moment.direction === 'note' ? 'bg-surface-caution' : 'bg-surface-info'} padding="200" borderRadius="200">
      <Text as="p" fontWeight="semibold">
        {moment.direction === 'out' ? t('story.wrote') : t(moment.direction === 'in' ? 'story.said' : 'story.noted', { name })}
      </Text>
      <Text as="p" breakWord>
        {moment.words}
      </Text>
      {time}
    </Box>
  );
}
