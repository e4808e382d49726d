import { BlockStack, Box, IndexTable, InlineStack, Tag, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { CondensedRow, Cut, RowLink } from '#app/ui/list-row.tsx';
import type { DeskRow } from '../desk-row.ts';
import { PriorityBadge, StateBadge } from './desk-badges.tsx';
import { DueCell } from './due-cell.tsx';
import { useDeskWords } from './words.ts';

interface Props {
  row: DeskRow;
  assignee: string | null;
  position: number;
  condensed: boolean;
  selected: boolean;
}

/** One conversation in the list: columns on a wide screen, a short card on a phone. The whole row opens it. */
export function TicketRow({ row, assignee, position, condensed, selected }: Props) {
  const { t } = useDeskWords();
  const { formats } = useAdmin();
  const subject = row.subject.trim() || t('noSubject');
  const person = row.person ?? t('noPerson');
  const link = <RowLink url={`/app/inbox/${row.id}`}>{subject}</RowLink>;
  const facts = [t('number', { id: row.id }), ...row.orders, ...(row.category ? [t(`categories.${row.category}`)] : []), t('messages', { count: row.messages })].join(' · ');
  if (condensed) {
    return (
      <CondensedRow id={String(row.id)} position={position} selected={selected}>
        <InlineStack align="space-between" gap="200" wrap={false}>
          <Text as="span" breakWord>
            {link}
          </Text>
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
      <IndexTable.Cell>
        <BlockStack gap="050">
          <Cut width="340px">{link}</Cut>
          <Cut width="340px" small>
            {row.preview}
          </Cut>
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
        </BlockStack>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
