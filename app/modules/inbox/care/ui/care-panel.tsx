import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import { ComplaintCard } from '../../complaints/ui/complaint-card.tsx';
import { PromiseBadge } from '../../promises/ui/promise-badge.tsx';
import { usePromiseWords } from '../../promises/ui/words.ts';
import { SatisfactionLine } from '../../satisfaction/ui/satisfaction-line.tsx';
import { HandOver } from '../../teams/ui/hand-over.tsx';
import type { CareView } from '../care-view.server.ts';

/** How a ticket stands with its customer: what they are owed, who else could take it, what they complain of, and how content they were. */
export function CarePanel({ view: { ticketId, owed, choices, complaint, suggestedAt, satisfaction } }: { view: CareView }) {
  const { t } = usePromiseWords();
  const callBy = complaint && complaint.calledBackAt === null ? complaint.promisedAt : null;
  return (
    <Card padding="300">
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t('owed')}
        </Text>
        {owed.length === 0 && callBy === null && (
          <Text as="p" tone="subdued">
            {t('nothingOwed')}
          </Text>
        )}
        {owed.map(({ promise, dueAt }) => (
          <InlineStack key={promise} align="space-between" blockAlign="center" gap="200">
            <Text as="span">{t(`kinds.${promise}`)}</Text>
            {dueAt ? (
              <PromiseBadge dueAt={dueAt} />
            ) : (
              <Text as="span" tone="subdued">
                {t('stopped')}
              </Text>
            )}
          </InlineStack>
        ))}
        {callBy && (
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="span">{t('call')}</Text>
            <PromiseBadge dueAt={callBy} />
          </InlineStack>
        )}
        {satisfaction && <SatisfactionLine satisfaction={satisfaction} />}
        <HandOver ticketId={ticketId} choices={choices} />
        <ComplaintCard ticketId={ticketId} complaint={complaint} suggestedAt={suggestedAt} />
      </BlockStack>
    </Card>
  );
}
