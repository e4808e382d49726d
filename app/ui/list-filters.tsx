import { ChoiceList, IndexFilters, IndexFiltersMode, useSetIndexFiltersMode, type IndexFiltersProps } from '@shopify/polaris';
import { useTyped } from './use-typed.ts';

type Filter = IndexFiltersProps['filters'][number];
export type AppliedFilters = NonNullable<IndexFiltersProps['appliedFilters']>;

interface Props<View extends string> {
  /** The tabs, in their order. */
  views: readonly { id: View; name: string }[];
  view: View;
  onView(view: View): void;
  /** What is looked for, as the address says. */
  search: string;
  searchHint: string;
  onSearch(search: string): void;
  filters: Filter[];
  applied: AppliedFilters;
  /** Shows everything of the view again. */
  onClear(): void;
  busy: boolean;
}

/** Views as tabs, search, and filters; every choice goes to the address and comes back from it. */
export function ListFilters<View extends string>({ views, view, onView, search, searchHint, onSearch, filters, applied, onClear, busy }: Props<View>) {
  const isNarrowed = search !== '' || applied.length > 0;
  const { mode, setMode } = useSetIndexFiltersMode(isNarrowed ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  const [typed, setTyped] = useTyped(search, onSearch);
  return (
    <IndexFilters
      tabs={views.map(({ id, name }) => ({ id, content: name, isLocked: true }))}
      selected={views.findIndex(({ id }) => id === view)}
      onSelect={(at) => {
        const chosen = views[at];
        if (chosen) onView(chosen.id);
      }}
      canCreateNewView={false}
      queryValue={typed}
      queryPlaceholder={searchHint}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped('')}
      filters={filters}
      appliedFilters={applied}
      onClearAll={onClear}
      cancelAction={{ onAction: onClear }}
      mode={mode}
      setMode={setMode}
      loading={busy}
      // Escape would clear everything, also where it was meant to close a filter's choices.
      disableKeyboardShortcuts
    />
  );
}

interface Choices<Value extends string> {
  key: string;
  label: string;
  choices: readonly { value: Value; label: string }[];
  allowMultiple?: boolean;
  selected: readonly Value[];
  /** In the order of the choices. */
  onChoose(chosen: Value[]): void;
}

/** A filter of a list: one of some choices, or several. */
export function choiceFilter<Value extends string>({ key, label, choices, allowMultiple = false, selected, onChoose }: Choices<Value>): Filter {
  return {
    key,
    label,
    filter: (
      <ChoiceList
        title={label}
        titleHidden
        allowMultiple={allowMultiple}
        choices={[...choices]}
        selected={[...selected]}
        onChange={(values) => onChoose(choices.map(({ value }) => value).filter((value) => values.includes(value)))}
      />
    ),
    shortcut: true,
    pinned: true,
  };
}
