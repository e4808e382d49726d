import { BlockStack, Box, IndexTable, InlineStack, Tag, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { CondensedRow, Cut, RowLink } from '#app/ui/list-row.tsx';
import type { DeskRow } from '../desk-row.ts';
import { NewsBadge, PriorityBadge, StateBadge, ValuedBadge } from './desk-badges.tsx';
import { DueCell } from './due-cell.tsx';
import styles from './ticket-row.module.css';
import { useDeskWords } from './words.ts';

interface Props {
  row: DeskRow;
  /** Where it opens. */
  url: string;
  assignee: string | null;
  position: number;
  condensed: boolean;
  selected: boolean;
}

/** One conversation in the list: columns on a wide screen, a short card on a phone. The whole row opens it. */
export function TicketRow({ row, url, assignee, position, condensed, selected }: Props) {
  const { t } = useDeskWords();
  const { formats } = useAdmin();
  const subject = row.subject.trim() || t('noSubject');
  const person = row.person ?? t('noPerson');
  const link = <RowLink url={url}>{subject}</RowLink>;
  const facts = [t('number', { id: row.id }), ...(row.channel === 'email' ? [] : [t(`channels.${row.channel}`)]), ...row.orders, ...(row.category ? [t(`categories.${row.category}`)] : []), t('messages', { count: row.messages })].join(' · ');
  if (condensed) {
    return (
      <CondensedRow id={String(row.id)} position={position} selected={selected}>
        <InlineStack align="space-between" gap="200" wrap={false}>
          <div className={styles['subject']}>{link}</div>
          <Box minWidth="fit-content">
            <Text as="span" tone="subdued">
              {formats.shortMoment(row.lastMessageAt)}
            </Text>
          </Box>
        </InlineStack>
        <Text as="p" breakWord>
          {person}
        </Text>
        <Cut width="300px" small>
          {row.preview}
        </Cut>
        <InlineStack gap="100">
          <StateBadge state={row.state} />
          <PriorityBadge priority={row.priority} />
          {row.valuedBy && <ValuedBadge />}
          {row.hasNews && <NewsBadge />}
          <DueCell row={row} />
        </InlineStack>
        <Text as="p" tone="subdued" variant="bodySm" breakWord>
          {assignee === null ? facts : `${facts} · ${assignee}`}
        </Text>
      </CondensedRow>
    );
  }
  return (
    <IndexTable.Row id={String(row.id)} position={position} selected={selected}>
      <IndexTable.Cell className={styles['rest']}>
        <BlockStack gap="050">
          <Cut>{link}</Cut>
          <Cut small>{row.preview}</Cut>
          <InlineStack gap="100" blockAlign="center">
            <Text as="span" tone="subdued" variant="bodySm">
              {facts}
            </Text>
            {row.tags.slice(0, 3).map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </InlineStack>
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="050">
          <Cut width="150px">{person}</Cut>
          <Cut width="150px" small>
            {assignee === null ? t('unassigned') : t('assignedTo', { name: assignee })}
          </Cut>
          {row.valuedBy && (
            <div>
              <ValuedBadge />
            </div>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="100" inlineAlign="start">
          <StateBadge state={row.state} />
          <PriorityBadge priority={row.priority} />
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="050" inlineAlign="start">
          <Text as="span">{formats.shortMoment(row.lastMessageAt)}</Text>
          <DueCell row={row} />
          {row.hasNews && <NewsBadge />}
        </BlockStack>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
