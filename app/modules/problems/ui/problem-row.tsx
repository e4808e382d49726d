import { IndexTable, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { CondensedRow, Cut, RowLink } from '#app/ui/list-row.tsx';
import type { ProblemSummary } from '../index.server.ts';
import { ProblemBadge } from './problem-badge.tsx';
import { useProblemWords } from './words.ts';

/** One report in the list; on a phone its facts stand below each other. */
export function ProblemRow({ problem, position, condensed }: { problem: ProblemSummary; position: number; condensed: boolean }) {
  const { t, name } = useProblemWords();
  const { formats } = useAdmin();
  const { id, orderName, kind, wish, state, words } = problem;
  const at = formats.shortMoment(problem.createdAt);
  const photos = problem.photos === 0 ? '' : t('photos', { count: problem.photos });
  const link = <RowLink url={`/app/problems/${id}`}>{orderName}</RowLink>;
  const what = wish === null ? name('kind', kind) : `${name('kind', kind)} · ${name('wish', wish)}`;
  const said = words === '' ? t('noWords') : words;
  if (condensed) {
    return (
      <CondensedRow id={id} position={position}>
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          {link}
          <ProblemBadge state={state} />
        </InlineStack>
        <Text as="p">{what}</Text>
        <Text as="p" breakWord tone={words === '' ? 'subdued' : undefined}>
          {said}
        </Text>
        <Text as="p" tone="subdued">
          {[photos, at].filter(Boolean).join(' · ')}
        </Text>
      </CondensedRow>
    );
  }
  return (
    <IndexTable.Row id={id} position={position}>
      <IndexTable.Cell>{link}</IndexTable.Cell>
      <IndexTable.Cell>{what}</IndexTable.Cell>
      <IndexTable.Cell>
        <Cut width="360px" subdued={words === ''}>{said}</Cut>
      </IndexTable.Cell>
      <IndexTable.Cell>{photos}</IndexTable.Cell>
      <IndexTable.Cell>
        <ProblemBadge state={state} />
      </IndexTable.Cell>
      <IndexTable.Cell>{at}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
