import { ChoiceList, IndexFilters, IndexFiltersMode, useSetIndexFiltersMode, type IndexFiltersProps } from '@shopify/polaris';
import { useTyped } from '#app/ui/use-typed.ts';
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

/** Shelves as tabs with how many wait on each, search, and reasons; every choice goes to the address and comes back from it. */
export function ReturnsFilters({ query, waiting, reasons, busy, onChange }: Props) {
  const { t } = useReturnWords();
  const { mode, setMode } = useSetIndexFiltersMode(query.search !== '' || query.reason ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  const [typed, setTyped] = useTyped(query.search, (search) => onChange({ search }));
  const clear = () => onChange({ search: '', reason: null });
  const tab = (shelf: ReturnShelf) => {
    const count = shelf === 'done' || shelf === 'all' ? 0 : waiting[shelf];
    return count > 0 ? t('shelfWithCount', { shelf: t(`shelves.${shelf}`), count }) : t(`shelves.${shelf}`);
  };
  const nameOf = (handle: string) => reasons.find((reason) => reason.handle === handle)?.name ?? handle;
  const applied: IndexFiltersProps['appliedFilters'] = query.reason
    ? [{ key: 'reason', label: `${t('filters.reason')}: ${nameOf(query.reason)}`, onRemove: () => onChange({ reason: null }) }]
    : [];
  return (
    <IndexFilters
      tabs={returnShelves.map((shelf) => ({ id: shelf, content: tab(shelf), isLocked: true }))}
      selected={returnShelves.indexOf(query.shelf)}
      onSelect={(at) => onChange({ shelf: returnShelves[at] ?? 'decide' })}
      canCreateNewView={false}
      queryValue={typed}
      queryPlaceholder={t('filters.search')}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped('')}
      filters={[
        {
          key: 'reason',
          label: t('filters.reason'),
          filter: (
            <ChoiceList
              title={t('filters.reason')}
              titleHidden
              choices={reasons.map(({ handle, name }) => ({ value: handle, label: name }))}
              selected={query.reason ? [query.reason] : []}
              onChange={([chosen]) => onChange({ reason: chosen ?? null })}
            />
          ),
          shortcut: true,
          pinned: true,
        },
      ]}
      appliedFilters={applied}
      onClearAll={clear}
      cancelAction={{ onAction: clear }}
      mode={mode}
      setMode={setMode}
      loading={busy}
      // Escape would clear everything, also where it was meant to close a filter's choices.
      disableKeyboardShortcuts
    />
  );
}
