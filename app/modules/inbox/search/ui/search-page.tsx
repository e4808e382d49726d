import { useNavigate } from '@remix-run/react';
import { BlockStack, Box, Card, Filters, Page, Pagination } from '@shopify/polaris';
import { SearchIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import { choiceFilter } from '#app/ui/list-filters.tsx';
import { listPages } from '#app/ui/list-pages.ts';
import { useLabelled } from '#app/ui/use-labelled.ts';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import { useTyped } from '#app/ui/use-typed.ts';
import { useDeskWords } from '../../desk/ui/words.ts';
import { useColleagues } from '../../desk/ui/use-colleagues.ts';
import type { StaffName } from '../../teams/staff-names.server.ts';
import { priorities, ticketCategories, ticketChannels } from '../../tickets/ticket.ts';
import type { FoundPage } from '../views.ts';
import { FoundRow } from './found-row.tsx';
import { isNarrowed, noNarrowing, readSearchQuery, searchPath, shelves, type SearchQuery } from './search-query.ts';
import { useSearchWords } from './words.ts';

/** Looks through every conversation of the shop. */
export function SearchPage({ query, found, staff }: { query: SearchQuery; found: FoundPage; staff: readonly StaffName[] }) {
  const { t } = useSearchWords();
  const { t: desk } = useDeskWords();
  const labelled = useLabelled();
  const nameOf = useColleagues(staff, null);
  const navigate = useNavigate();
  const { busy, asked } = useListLoading('/app/inbox/search');
  const shown = asked ? readSearchQuery(asked) : query;
  const show = (changes: Partial<SearchQuery>) => navigate(searchPath({ ...shown, after: null, ...changes }), { replace: !('after' in changes) });
  const [typed, setTyped] = useTyped(query.words, (words) => show({ words }));
  const applied = [
    { key: 'shelf', label: t('shelf'), chosen: shown.shelf === 'all' ? [] : [t(`shelves.${shown.shelf}`)], none: { shelf: noNarrowing.shelf } },
    { key: 'channel', label: desk('filters.channel'), chosen: shown.channels.map((value) => desk(`channels.${value}`)), none: { channels: [] } },
    { key: 'category', label: desk('filters.category'), chosen: shown.categories.map((value) => desk(`categories.${value}`)), none: { categories: [] } },
    { key: 'priority', label: desk('filters.priority'), chosen: shown.priorities.map((value) => desk(`priorities.${value}`)), none: { priorities: [] } },
    { key: 'assignee', label: desk('filters.assignee'), chosen: shown.assignee === null ? [] : [nameOf(shown.assignee)], none: { assignee: null } },
  ];
  return (
    <Page title={t('title')} backAction={{ content: t('inbox'), url: '/app/inbox' }}>
      <Card padding="0">
        <Box borderBlockEndWidth="025" borderColor="border-secondary">
          <Filters
            queryValue={typed}
            queryPlaceholder={t('hint')}
            onQueryChange={setTyped}
            onQueryClear={() => setTyped('')}
            focused
            loading={busy}
            filters={[
              choiceFilter({ key: 'shelf', label: t('shelf'), choices: shelves.map((value) => ({ value, label: t(`shelves.${value}`) })), selected: [shown.shelf], onChoose: ([shelf]) => show({ shelf: shelf ?? 'all' }) }),
              choiceFilter({ key: 'channel', label: desk('filters.channel'), allowMultiple: true, choices: ticketChannels.map((value) => ({ value, label: desk(`channels.${value}`) })), selected: shown.channels, onChoose: (channels) => show({ channels }) }),
              choiceFilter({ key: 'category', label: desk('filters.category'), allowMultiple: true, choices: ticketCategories.map((value) => ({ value, label: desk(`categories.${value}`) })), selected: shown.categories, onChoose: (categories) => show({ categories }) }),
              choiceFilter({ key: 'priority', label: desk('filters.priority'), allowMultiple: true, choices: priorities.map((value) => ({ value, label: desk(`priorities.${value}`) })), selected: shown.priorities, onChoose: (chosen) => show({ priorities: chosen }) }),
              choiceFilter({ key: 'assignee', label: desk('filters.assignee'), choices: staff.map(({ id }) => ({ value: id, label: nameOf(id) })), selected: shown.assignee === null ? [] : [shown.assignee], onChoose: ([assignee]) => show({ assignee: assignee ?? null }) }),
            ]}
            appliedFilters={applied.flatMap(({ key, label, chosen, none }) => (chosen.length > 0 ? [{ key, label: labelled(label, chosen), onRemove: () => show(none) }] : []))}
            onClearAll={() => show({ ...noNarrowing, words: '' })}
          />
        </Box>
        <Results query={query} found={found} onEverywhere={() => show(noNarrowing)} onNext={(after) => show({ after })} onPrevious={() => navigate(-1)} />
      </Card>
    </Page>
  );
}

interface ResultsProps {
  query: SearchQuery;
  found: FoundPage;
  onEverywhere(): void;
  onNext(after: string): void;
  onPrevious(): void;
}

function Results({ query, found: { tickets, next }, onEverywhere, onNext, onPrevious }: ResultsProps) {
  const { t } = useSearchWords();
  if (query.words === '') return <Empty icon={SearchIcon} title={t('nothingYet.title')} text={t('nothingYet.text')} />;
  if (tickets.length === 0) {
    return <Empty icon={SearchIcon} title={t('noMatch.title')} text={t('noMatch.text')} action={isNarrowed(query) ? { content: t('noMatch.clear'), onAction: onEverywhere } : undefined} />;
  }
  const pages = listPages(query.after === null ? null : onPrevious, next === null ? null : () => onNext(next));
  return (
    <section aria-label={t('results')}>
      <BlockStack as="ul">
        {tickets.map((ticket) => (
          <FoundRow key={ticket.id} ticket={ticket} />
        ))}
      </BlockStack>
      {pages && (
        <Box padding="300">
          <Pagination {...pages} />
        </Box>
      )}
    </section>
  );
}
