import { useNavigate } from '@remix-run/react';
import { Card, InlineGrid, Page } from '@shopify/polaris';
import { ChatIcon, SearchIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { Empty } from '#app/ui/empty.tsx';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import type { Desk } from '../desk-page.server.ts';
import { useComplaintWords } from '../../complaints/ui/words.ts';
import { useFiguresWords } from '../../figures/ui/words.ts';
import { useSearchWords } from '../../search/ui/words.ts';
import { useTicketWords } from '../../ticket-page/ui/words.ts';
import { deskPath, isNarrowed, noNarrowing, readDeskQuery, type DeskQuery } from './desk-query.ts';
import { DeskFilters } from './desk-filters.tsx';
import { DeskKeys } from './desk-keys.tsx';
import { TicketList } from './ticket-list.tsx';
import { ViewList } from './view-list.tsx';
import { useDeskWords } from './words.ts';

/** Every conversation of the shop, view by view. */
export function DeskPage({ query, desk }: { query: DeskQuery; desk: Desk }) {
  const { t } = useDeskWords();
  const { t: search } = useSearchWords();
  const { t: complaints } = useComplaintWords();
  const { t: figures } = useFiguresWords();
  const { t: ticket } = useTicketWords();
  const navigate = useNavigate();
  const { busy, asked } = useListLoading('/app/inbox');
  const [showsKeys, setShowsKeys] = useState(false);
  const show = (changes: Partial<DeskQuery>) => navigate(deskPath({ ...query, after: null, ...changes }), { replace: !('after' in changes) });
  const shown = asked ? readDeskQuery(asked) : query;
  const narrowed = isNarrowed(query);
  return (
    <Page
      title={t('title')}
      fullWidth
      primaryAction={{ content: ticket('begin.title'), url: '/app/inbox/new' }}
      secondaryActions={[
        { content: search('open'), icon: SearchIcon, url: '/app/inbox/search' },
        { content: desk.counts.complaints > 0 ? complaints('allOpen', { count: desk.counts.complaints }) : complaints('title'), url: '/app/inbox/complaints' },
        { content: figures('open'), url: '/app/inbox/figures' },
        { content: t('shortcuts'), onAction: () => setShowsKeys(true) },
      ]}
    >
      {showsKeys && <DeskKeys onClose={() => setShowsKeys(false)} />}
      {desk.isNew ? (
        <Card padding="0">
          {desk.hasAddress ? (
            <Empty icon={ChatIcon} title={t('empty.title')} text={t('empty.text')} />
          ) : (
            <Empty icon={ChatIcon} title={t('noAddress.title')} text={t('noAddress.text')} action={{ content: t('noAddress.add'), onAction: () => navigate('/app/settings/mailboxes') }} />
          )}
        </Card>
      ) : (
        <InlineGrid columns={{ xs: 'minmax(0, 1fr)', lg: '220px minmax(0, 1fr)' }} gap="400" alignItems="start">
          <ViewList query={shown} {...desk} onShow={(path) => navigate(path)} />
          <Card padding="0">
            <DeskFilters query={shown} tags={desk.tags} colleagues={desk.colleagues} staffId={desk.staffId} busy={busy} onChange={show} />
            <TicketList
              key={deskPath(query)}
              query={query}
              desk={desk}
              busy={busy}
              empty={
                <Empty
                  icon={SearchIcon}
                  title={t(narrowed ? 'noMatch.title' : 'emptyView.title')}
                  text={t(narrowed ? 'noMatch.text' : 'emptyView.text')}
                  action={{ content: t(narrowed ? 'noMatch.clear' : 'emptyView.showOpen'), onAction: () => (narrowed ? show(noNarrowing) : navigate(deskPath({}))) }}
                />
              }
              onNext={(after) => show({ after })}
              onKeys={() => setShowsKeys(true)}
            />
          </Card>
        </InlineGrid>
      )}
    </Page>
  );
}
