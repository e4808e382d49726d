import { choiceFilter, ListFilters } from '#app/ui/list-filters.tsx';
import type { ReturnsPageData } from '../index.server.ts';
import { returnShelves, type ReturnShelf } from '../views.ts';
import type { ReturnsQuery } from './returns-query.ts';
import { useReturnWords } from './words.ts';

interface Props extends Pick<ReturnsPageData, 'waiting' | 'reasons'> {
  query: ReturnsQuery;
  busy: boolean;
  /** Shows the list under another query, from its first page. */
  onChange(changes: Partial<ReturnsQuery>): void;
}

/** The shelves of the returns with how many wait on each, and what narrows them: why something comes back. */
export function ReturnsFilters({ query, waiting, reasons, busy, onChange }: Props) {
  const { t } = useReturnWords();
  const nameOf = (shelf: ReturnShelf) => {
    const count = shelf === 'done' || shelf === 'all' ? 0 : waiting[shelf];
    return count > 0 ? t('shelfWithCount', { shelf: t(`shelves.${shelf}`), count }) : t(`shelves.${shelf}`);
  };
  const reasonName = (handle: string) => reasons.find((reason) => reason.handle === handle)?.name ?? handle;
  return (
    <ListFilters
      views={returnShelves.map((shelf) => ({ id: shelf, name: nameOf(shelf) }))}
      view={query.shelf}
      onView={(shelf) => onChange({ shelf })}
      search={query.search}
      searchHint={t('filters.search')}
      onSearch={(search) => onChange({ search })}
      filters={[
        choiceFilter({
          key: 'reason',
          label: t('filters.reason'),
          choices: reasons.map(({ handle, name }) => ({ value: handle, label: name })),
          selected: query.reason ? [query.reason] : [],
          onChoose: ([reason]) => onChange({ reason: reason ?? null }),
        }),
      ]}
      applied={query.reason ? [{ key: 'reason', label: `${t('filters.reason')}: ${reasonName(query.reason)}`, onRemove: () => onChange({ reason: null }) }] : []}
      onClear={() => onChange({ search: '', reason: null })}
      busy={busy}
    />
  );
}
