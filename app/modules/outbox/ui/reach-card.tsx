import { useFetcher } from '@remix-run/react';
import { Badge, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { AddressStanding } from '../index.server.ts';
import { useMessageWords } from './words.ts';

/** Which addresses of an order cannot be reached, why, and how to write to them again; nothing where all of them can. */
export function ReachCard({ standings }: { standings: readonly AddressStanding[] }) {
  const { t } = useMessageWords();
  if (standings.length === 0) return null;
  return (
    <TitledCard title={t('reach.title')} gap="300">
      {standings.map((standing) => (
        <Standing key={`${standing.channel} ${standing.address}`} standing={standing} />
      ))}
    </TitledCard>
  );
}

function Standing({ standing }: { standing: AddressStanding }) {
  const { t, name } = useMessageWords();
  const { formats } = useAdmin();
  return (
    <BlockStack gap="100" inlineAlign="start">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" breakWord>
          {`${standing.address} (${name('channel', standing.channel)})`}
        </Text>
        {standing.suppressed && <Badge tone="critical">{name('suppressed', standing.suppressed)}</Badge>}
      </InlineStack>
      {standing.since && (
        <Text as="p" tone="subdued">
          {t('reach.since', { at: formats.shortMoment(standing.since) })}
        </Text>
      )}
      {standing.unwanted.length > 0 && (
        <Text as="p" tone="subdued">
          {t('reach.unwanted', { kinds: standing.unwanted.map((subject) => name('category', subject)).join(', ') })}
        </Text>
      )}
      {standing.suppressed && standing.messageId && <WriteAgain messageId={standing.messageId} />}
    </BlockStack>
  );
}

/** Lets an address be written to again. */
export function WriteAgain({ messageId }: { messageId: string }) {
  const { t } = useMessageWords();
  const fetcher = useFetcher<{ done: 'lifted' }>();
  useAnswer(fetcher.data, () => showToast(t('reach.lifted')));
  return (
    <Button loading={fetcher.state !== 'idle'} onClick={() => fetcher.submit({ intent: 'write-again' }, { method: 'post', action: `/app/messages/${messageId}` })}>
      {t('reach.lift')}
    </Button>
  );
}
