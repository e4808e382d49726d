import { useNavigate } from '@remix-run/react';
import { Card, InlineGrid, Page } from '@shopify/polaris';
import { ChatIcon, SearchIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import { ListTable } from '#app/ui/list-table.tsx';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import type { Desk } from '../desk-page.server.ts';
import { useFiguresWords } from '../../figures/ui/words.ts';
import { useSearchWords } from '../../search/ui/words.ts';
import { deskPath, isNarrowed, readDeskQuery, type DeskQuery } from '../desk-query.ts';
import { DeskFilters } from './desk-filters.tsx';
import { TicketRow } from './ticket-row.tsx';
import { useColleagues } from './use-colleagues.ts';
import { ViewList } from './view-list.tsx';
import { useDeskWords } from './words.ts';

/** Every conversation of the shop, view by view. */
export function DeskPage({ query, desk }: { query: DeskQuery; desk: Desk }) {
  const { t } = useDeskWords();
  const { t: search } = useSearchWords();
  const { t: figures } = useFiguresWords();
  const navigate = useNavigate();
  const { busy, asked } = useListLoading('/app/inbox');
  const nameOf = useColleagues(desk.colleagues, null);
  const show = (changes: Partial<DeskQuery>) => navigate(deskPath({ ...query, after: null, ...changes }), { replace: !('after' in changes) });
  const shown = asked ? readDeskQuery(asked) : query;
  const narrowed = isNarrowed(query);
  const none = { priorities: [], categories: [], channels: [], tag: null, assignee: null };
  return (
    <Page title={t('title')} fullWidth secondaryActions={[{ content: search('open'), icon: SearchIcon, url: '/app/inbox/search' }, { content: figures('open'), url: '/app/inbox/figures' }]}>
      {desk.isNew ? (
        <Card padding="0">
          <Empty icon={ChatIcon} title={t('empty.title')} text={t('empty.text')} />
        </Card>
      ) : (
        <InlineGrid columns={{ xs: 1, lg: '220px 1fr' }} gap="400" alignItems="start">
          <ViewList query={shown} counts={desk.counts} teams={desk.teams} onShow={(path) => navigate(path)} />
          <Card padding="0">
            <DeskFilters query={shown} tags={desk.tags} colleagues={desk.colleagues} staffId={desk.staffId} busy={busy} onChange={show} />
            <ListTable
              resource={(count) => t('resource', { count })}
              headings={[
                { title: t('columns.conversation') },
                { title: t('columns.customer') },
                { title: t('columns.state') },
                { title: t('columns.assignee') },
                { title: t('columns.due') },
                { title: t('columns.last') },
              ]}
              rows={desk.rows}
              busy={busy}
              empty={
                <Empty
                  icon={SearchIcon}
                  title={t(narrowed ? 'noMatch.title' : 'emptyView.title')}
                  text={t(narrowed ? 'noMatch.text' : 'emptyView.text')}
                  action={{ content: t(narrowed ? 'noMatch.clear' : 'emptyView.showOpen'), onAction: () => (narrowed ? show(none) : navigate(deskPath({}))) }}
                />
              }
              previous={query.after === null ? null : () => navigate(-1)}
              next={desk.nextCursor === null ? null : () => show({ after: desk.nextCursor })}
              renderRow={(row, at) => <TicketRow key={row.id} row={row} assignee={row.assigneeId === null ? null : (row.assigneeName ?? nameOf(row.assigneeId))} selected={false} {...at} />}
            />
          </Card>
        </InlineGrid>
      )}
    </Page>
  );
}
