import { useNavigate } from '@remix-run/react';
import { Banner, Box, Card, Page, useIndexResourceState } from '@shopify/polaris';
import { ReturnIcon, SearchIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { Empty } from '#app/ui/empty.tsx';
import { ListTable } from '#app/ui/list-table.tsx';
import { useExport } from '#app/ui/use-export.ts';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import type { ReturnsPageData } from '../index.server.ts';
import type { ReturnRow } from '../views.ts';
import { BulkApproval } from './processing/bulk-approval.tsx';
import { ReturnTableRow } from './return-table-row.tsx';
import { ReturnsFilters } from './returns-filters.tsx';
import { readReturnsQuery, returnsPath, type ReturnsQuery } from './returns-query.ts';
import { useReturnWords } from './words.ts';

/** Returns by whose turn it is. */
export function ReturnsPage({ query, page }: { query: ReturnsQuery; page: ReturnsPageData }) {
  const { t } = useReturnWords();
  const navigate = useNavigate();
  const { busy, asked } = useListLoading('/app/returns');
  const show = (changes: Partial<ReturnsQuery>) => navigate(returnsPath({ ...query, after: null, ...changes }), { replace: !('after' in changes) });
  const narrowed = query.search !== '' || query.reason !== null;
  const hasNone = page.reasons.length === 0 && page.rows.length === 0 && !narrowed && query.after === null;
  const exporting = useExport(returnsPath({ ...query, after: null }, '/app/returns/export'), `returns-${query.shelf}.csv`);
  const rows = page.rows.map(({ id }) => ({ id }));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = useIndexResourceState(rows);
  const [toApprove, setToApprove] = useState<readonly ReturnRow[]>([]);
  const isDeciding = query.shelf === 'decide' && page.rows.length > 0;
  const chosen = page.rows.filter(({ id }) => selectedResources.includes(id));
  return (
    <Page
      title={t('title')}
      fullWidth
      secondaryActions={[
        { content: t('figures'), url: '/app/returns/figures' },
        { content: t('export'), onAction: exporting.start, loading: exporting.busy, disabled: hasNone },
      ]}
    >
      {exporting.failed && (
        <Box paddingBlockEnd="400">
          <Banner tone="critical" onDismiss={exporting.dismiss}>
            {t('exportFailed')}
          </Banner>
        </Box>
      )}
      <BulkApproval
        asked={toApprove}
        onClose={() => setToApprove([])}
        onDone={() => {
          setToApprove([]);
          clearSelection();
        }}
      />
      <Card padding="0">
        {hasNone ? (
          <Empty icon={ReturnIcon} title={t(page.granted ? 'empty.title' : 'notGranted.title')} text={t(page.granted ? 'empty.text' : 'notGranted.text')} />
        ) : (
          <>
            <ReturnsFilters query={asked ? readReturnsQuery(asked) : query} waiting={page.waiting} reasons={page.reasons} busy={busy} onChange={show} />
            <ListTable
              resource={(count) => t('resource', { count })}
              headings={[
                { title: t('columns.return') },
                { title: t('columns.customer') },
                { title: t('columns.items'), alignment: 'end' },
                { title: t('columns.reasons') },
                { title: t('columns.next') },
                { title: t('columns.since') },
                { title: t('columns.begun') },
              ]}
              rows={page.rows}
              busy={busy}
              empty={
                <Empty
                  icon={SearchIcon}
                  title={t(narrowed ? 'noMatch.title' : 'emptyShelf.title')}
                  text={t(narrowed ? 'noMatch.text' : 'emptyShelf.text')}
                  action={{ content: t(narrowed ? 'noMatch.clear' : 'emptyShelf.showAll'), onAction: () => show(narrowed ? { search: '', reason: null } : { shelf: 'all' }) }}
                />
              }
              previous={query.after === null ? null : () => navigate(-1)}
              next={page.nextCursor === null ? null : () => show({ after: page.nextCursor })}
              bulk={
                isDeciding
                  ? {
                      selectedItemsCount: allResourcesSelected ? 'All' : selectedResources.length,
                      onSelectionChange: handleSelectionChange,
                      promotedBulkActions: [{ content: t('acts.approve.button'), onAction: () => setToApprove(chosen) }],
                    }
                  : undefined
              }
              renderRow={(row, at) => <ReturnTableRow key={row.id} row={row} selected={isDeciding && selectedResources.includes(row.id)} {...at} />}
            />
          </>
        )}
      </Card>
    </Page>
  );
}
