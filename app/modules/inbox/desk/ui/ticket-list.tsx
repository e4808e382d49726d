import { useNavigate } from '@remix-run/react';
import { Banner, Box, IndexTableSelectionType, useIndexResourceState } from '@shopify/polaris';
import { useRef, useState, type ReactNode } from 'react';
import { ListTable } from '#app/ui/list-table.tsx';
import { useShortcuts } from '../../ticket-page/ui/use-shortcuts.ts';
import type { Desk } from '../desk-page.server.ts';
import type { DeskQuery } from './desk-query.ts';
import { useBulkActions } from './bulk-actions.ts';
import { focusedRow, moveFocus } from './focused-row.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { ticketPath } from './ticket-path.ts';
import { TicketRow } from './ticket-row.tsx';
import { useBulk } from './use-bulk.ts';
import { useColleagues } from './use-colleagues.ts';
import { useDeskWords } from './words.ts';

interface Props {
  query: DeskQuery;
  desk: Desk;
  busy: boolean;
  empty: ReactNode;
  onNext(cursor: string): void;
  onKeys(): void;
}

/** The conversations of a view, read and changed with the keyboard alone or by hand. */
export function TicketList({ query, desk, busy, empty, onNext, onKeys }: Props) {
  const { t } = useDeskWords();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const nameOf = useColleagues(desk.colleagues, null);
  const [asks, setAsks] = useState<'tag' | 'merge' | null>(null);
  const rows = desk.rows.map(({ id }) => ({ id: String(id) }));
  const { selectedResources, handleSelectionChange, clearSelection } = useIndexResourceState(rows);
  const chosen = desk.rows.filter(({ id }) => selectedResources.includes(String(id)));
  const ids = chosen.map(({ id }) => String(id));
  const done = () => {
    setAsks(null);
    clearSelection();
  };
  const bulk = useBulk(done);
  const isSpam = query.view === 'spam';
  const actions = useBulkActions({ ...desk, count: ids.length, isSpam, change: (fields) => bulk.change(ids, fields), onTag: () => setAsks('tag'), onMerge: () => setAsks('merge') });
  /** What a key is meant for: what is chosen, else the row in which the reader is. */
  const meant = () => (ids.length > 0 ? ids : [focusedRow(list.current) ?? []].flat());
  useShortcuts({
    j: () => moveFocus(list.current, 1),
    k: () => moveFocus(list.current, -1),
    x: () => {
      const row = focusedRow(list.current);
      if (row) handleSelectionChange(IndexTableSelectionType.Single, !selectedResources.includes(row), row);
    },
    e: () => bulk.change(meant(), { state: 'solved' }),
    m: () => desk.staffId && bulk.change(meant(), { assigneeId: desk.staffId }),
    '#': () => bulk.change(meant(), { spam: isSpam ? 'no' : 'yes' }),
    z: bulk.undo,
    c: () => navigate('/app/inbox/new'),
    '/': () => navigate('/app/inbox/search'),
    '?': onKeys,
  });
  return (
    <div ref={list}>
      {bulk.refused && (
        <Box padding="300">
          <Banner tone="critical">{bulk.refused}</Banner>
        </Box>
      )}
      {asks === 'tag' && <TagDialog count={ids.length} known={desk.tags} onClose={() => setAsks(null)} onTag={(fields) => bulk.change(ids, fields)} />}
      {asks === 'merge' && <MergeDialog chosen={chosen} onClose={() => setAsks(null)} onMerge={(into) => bulk.merge(ids, into)} />}
      <ListTable
        resource={(count) => t('resource', { count })}
        headings={[
          { title: t('columns.conversation') },
          { title: t('columns.customer') },
          { title: t('columns.state') },
          { title: t('columns.last') },
        ]}
        rows={desk.rows}
        busy={busy || bulk.busy}
        empty={empty}
        previous={query.after === null ? null : () => navigate(-1)}
        next={desk.nextCursor === null ? null : () => desk.nextCursor !== null && onNext(desk.nextCursor)}
        bulk={{ selectedItemsCount: ids.length, onSelectionChange: handleSelectionChange, ...actions }}
        renderRow={(row, at) => (
          <TicketRow key={row.id} row={row} url={ticketPath(row.id, { query, place: row.place })} assignee={row.assigneeId === null ? null : (row.assigneeName ?? nameOf(row.assigneeId))} selected={selectedResources.includes(String(row.id))} {...at} />
        )}
      />
    </div>
  );
}
