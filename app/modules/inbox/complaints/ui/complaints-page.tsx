import { Badge, BlockStack, InlineStack, Link, Page, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { Tally } from '#app/ui/tally.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useShellWords } from '#app/ui/words.ts';
import { PromiseBadge } from '../../promises/ui/promise-badge.tsx';
import type { ComplaintsView, ListedComplaint } from '../complaints-view.server.ts';
import { useComplaintWords } from './words.ts';

/** The complaints somebody has to call back about, and what they all came from. */
export function ComplaintsPage({ view: { open, causes, calledBack, inTime } }: { view: ComplaintsView }) {
  const { t } = useComplaintWords();
  const shell = useShellWords();
  const { formats } = useAdmin();
  return (
    <Page title={t('title')} subtitle={t('intro')} narrowWidth backAction={{ content: shell.t('nav.inbox'), url: '/app/inbox' }}>
      <BlockStack gap="400">
        <TitledCard title={t('open')}>
          {open.length === 0 && <Text as="p">{t('noneOpen')}</Text>}
          <BlockStack as="ul" gap="400">
            {open.map((complaint) => (
              <li key={complaint.ticketId}>
                <Line complaint={complaint} />
              </li>
            ))}
          </BlockStack>
        </TitledCard>
        <TitledCard title={t('learned')} text={t('learnedText')}>
          {causes.length === 0 && <Text as="p">{t('noneRecorded')}</Text>}
          <Tally lines={causes.map(({ cause, count, justified }) => ({ key: cause ?? '', what: cause === null ? t('unverified') : t(`causes.${cause}`), count: cause === null ? formats.number(count) : t('justifiedOf', { count, justified }) }))} />
          {calledBack > 0 && <Text as="p">{t('calledBackInTime', { inTime, calledBack })}</Text>}
        </TitledCard>
      </BlockStack>
    </Page>
  );
}

function Line({ complaint: { ticketId, subject, person, what, state, promisedAt } }: { complaint: ListedComplaint }) {
  const { t } = useComplaintWords();
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/inbox/${ticketId}`}>{t('ticket', { number: ticketId, subject })}</Link>
        <PromiseBadge dueAt={promisedAt} />
        <Badge>{t(`steps.${state}`)}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued" breakWord>
        {person === null ? what : t('said', { person, what })}
      </Text>
    </BlockStack>
  );
}
