import { useNavigate } from '@remix-run/react';
import { BlockStack, Card, IndexTable, InlineStack, Page, Text } from '@shopify/polaris';
import { EmailIcon } from '@shopify/polaris-icons';
import { useAdmin } from '#app/ui/admin.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { CondensedRow, Cut, RowLink } from '#app/ui/list-row.tsx';
import { ListTable } from '#app/ui/list-table.tsx';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import type { MessagesOverview, MessageSummary } from '../index.server.ts';
import { MessageBadge } from './message-badge.tsx';
import { MessagesFilters } from './messages-filters.tsx';
import { isNarrowed, messagesPath, type MessagesQuery } from './messages-query.ts';
import { OverviewCard } from './overview-card.tsx';
import { useMessageWords } from './words.ts';

interface Props {
  query: MessagesQuery;
  messages: readonly MessageSummary[];
  /** Every kind of which there are messages. */
  kinds: readonly string[];
  nextCursor: string | null;
  /** Beside the whole list only. */
  overview: MessagesOverview | null;
}

/** Everything that left for a person, newest first, with why and what became of it. */
export function MessagesPage({ query, messages, kinds, nextCursor, overview }: Props) {
  const { t } = useMessageWords();
  const navigate = useNavigate();
  const { busy } = useListLoading('/app/messages');
  if (messages.length === 0 && !isNarrowed(query) && !query.after) {
    return (
      <Page title={t('title')}>
        <Card>
          <Empty icon={EmailIcon} title={t('empty.title')} text={t('empty.text')} />
        </Card>
      </Page>
    );
  }
  return (
    <Page title={t('title')} fullWidth>
      <BlockStack gap="400">
        {overview && <OverviewCard overview={overview} />}
        <Card padding="0">
          <MessagesFilters query={query} kinds={kinds} onChange={(wished) => navigate(messagesPath(wished))} />
          <ListTable
            resource={(count) => t('resource', { count })}
            headings={[
              { title: t('columns.subject') },
              { title: t('columns.recipient') },
              { title: t('columns.reason') },
              { title: t('columns.state') },
              { title: t('columns.at') },
            ]}
            rows={messages}
            busy={busy}
            empty={
              <Empty
                icon={EmailIcon}
                title={t('noneInState.title')}
                text={t('noneInState.text')}
                action={{ content: t('noneInState.clear'), onAction: () => navigate('/app/messages') }}
              />
            }
            previous={query.after === null ? null : () => navigate(-1)}
            next={nextCursor === null ? null : () => navigate(messagesPath({ ...query, after: nextCursor }))}
            renderRow={(message, at) => <MessageRow key={message.id} message={message} {...at} />}
          />
        </Card>
      </BlockStack>
    </Page>
  );
}

function MessageRow({ message, position, condensed }: { message: MessageSummary; position: number; condensed: boolean }) {
  const { name } = useMessageWords();
  const { formats } = useAdmin();
  const at = formats.shortMoment(message.sentAt ?? message.createdAt);
  const link = <RowLink url={`/app/messages/${message.id}`}>{message.subject ?? name('channel', message.channel)}</RowLink>;
  const held = message.held && (
    <Text as="span" variant="bodySm" tone="subdued">
      {name('held', message.held)}
    </Text>
  );
  if (condensed) {
    return (
      <CondensedRow id={message.id} position={position}>
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          {link}
          <div style={{ flex: 'none' }}>
            <MessageBadge state={message.state} />
          </div>
        </InlineStack>
        <Text as="p" breakWord>
          {message.recipient}
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {message.reason} · {at}
        </Text>
        {held}
      </CondensedRow>
    );
  }
  return (
    <IndexTable.Row id={message.id} position={position}>
      <IndexTable.Cell>
        <Cut width="280px">{link}</Cut>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Cut width="280px">{message.recipient}</Cut>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Cut width="280px">{message.reason}</Cut>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="100" inlineAlign="start">
          <MessageBadge state={message.state} />
          {held}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{at}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
