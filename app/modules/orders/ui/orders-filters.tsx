import { choiceFilter, ListFilters } from '#app/ui/list-filters.tsx';
import { everything, fulfillmentWords, orderViews, paymentWords, type OrdersQuery } from './orders-query.ts';
import { useOrderWords } from './words.ts';

interface Props {
  query: OrdersQuery;
  busy: boolean;
  /** Shows the list under another query, from its first page. */
  onChange(query: OrdersQuery): void;
}

/** The views of the orders, and what narrows them: how far they are sent and paid. */
export function OrdersFilters({ query, busy, onChange }: Props) {
  const { t, name } = useOrderWords();
  const change = (part: Partial<OrdersQuery>) => onChange({ ...query, ...part, at: null });
  const choice = <Word extends string>(key: 'fulfillment' | 'payment', words: readonly Word[], selected: Word[], onChoose: (chosen: Word[]) => void) =>
    choiceFilter({ key, label: t(`filters.${key}`), allowMultiple: true, choices: words.map((value) => ({ value, label: name(key, value) })), selected, onChoose });
  const applied = (['fulfillment', 'payment'] as const)
    .filter((key) => query[key].length > 0)
    .map((key) => ({
      key,
      label: `${t(`filters.${key}`)}: ${query[key].map((value) => name(key, value)).join(', ')}`,
      onRemove: () => change({ [key]: [] }),
    }));
  return (
    <ListFilters
      views={orderViews.map((view) => ({ id: view, name: t(`views.${view}`) }))}
      view={query.view}
      onView={(view) => change({ view })}
      search={query.search}
      searchHint={t('filters.search')}
      onSearch={(search) => change({ search })}
      filters={[
        choice('fulfillment', fulfillmentWords, query.fulfillment, (fulfillment) => change({ fulfillment })),
        choice('payment', paymentWords, query.payment, (payment) => change({ payment })),
      ]}
      applied={applied}
      onClear={() => onChange(everything(query.view))}
      busy={busy}
    />
  );
}
