import { ChoiceList, IndexFilters, IndexFiltersMode, useSetIndexFiltersMode, type IndexFiltersProps } from '@shopify/polaris';
import { useTyped } from '#app/ui/use-typed.ts';
import { everything, fulfillmentWords, isNarrowed, orderViews, paymentWords, type OrdersQuery } from './orders-query.ts';
import { useOrderWords } from './words.ts';

interface Props {
  query: OrdersQuery;
  busy: boolean;
  /** Shows the list under another query, from its first page. */
  onChange(query: OrdersQuery): void;
}

/** Views as tabs, search, and filters; every choice goes to the address and comes back from it. */
export function OrdersFilters({ query, busy, onChange }: Props) {
  const { t, name } = useOrderWords();
  const { mode, setMode } = useSetIndexFiltersMode(isNarrowed(query) ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  const change = (part: Partial<OrdersQuery>) => onChange({ ...query, ...part, at: null });
  const [typed, setTyped] = useTyped(query.search, (search) => change({ search }));

  const choice = <Word extends string>(
    key: 'fulfillment' | 'payment',
    words: readonly Word[],
    chosen: Word[],
    choose: (chosen: Word[]) => void,
  ) => ({
    key,
    label: t(`filters.${key}`),
    filter: (
      <ChoiceList
        title={t(`filters.${key}`)}
        titleHidden
        allowMultiple
        choices={words.map((value) => ({ value, label: name(key, value) }))}
        selected={chosen}
        onChange={(values) => choose(words.filter((word) => values.includes(word)))}
      />
    ),
    shortcut: true,
    pinned: true,
  });
  const applied: IndexFiltersProps['appliedFilters'] = (['fulfillment', 'payment'] as const)
    .filter((key) => query[key].length > 0)
    .map((key) => ({
      key,
      label: `${t(`filters.${key}`)}: ${query[key].map((value) => name(key, value)).join(', ')}`,
      onRemove: () => change({ [key]: [] }),
    }));

  return (
    <IndexFilters
      tabs={orderViews.map((view) => ({ id: view, content: t(`views.${view}`), isLocked: true }))}
      selected={orderViews.indexOf(query.view)}
      onSelect={(at) => change({ view: orderViews[at] ?? 'all' })}
      canCreateNewView={false}
      queryValue={typed}
      queryPlaceholder={t('filters.search')}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped('')}
      filters={[
        choice('fulfillment', fulfillmentWords, query.fulfillment, (fulfillment) => change({ fulfillment })),
        choice('payment', paymentWords, query.payment, (payment) => change({ payment })),
      ]}
      appliedFilters={applied}
      onClearAll={() => onChange(everything(query.view))}
      cancelAction={{ onAction: () => onChange(everything(query.view)) }}
      mode={mode}
      setMode={setMode}
      loading={busy}
      // Escape would clear everything, also where it was meant to close a filter's choices.
      disableKeyboardShortcuts
    />
  );
}
