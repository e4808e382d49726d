import { ChoiceList, IndexFilters, IndexFiltersMode, useSetIndexFiltersMode, type IndexFiltersProps } from '@shopify/polaris';
import { countryName } from '#app/kernel/place.ts';
import { useTyped } from '#app/ui/use-typed.ts';
import { troubleKinds, troubleMarks } from '../records.ts';
import type { Voice } from './evidence.ts';
import { asksForTroubles, everythingIn, isNarrowed, narrowings, parcelViews, type Narrowing, type ParcelsQuery } from './parcels-query.ts';

interface Props {
  query: ParcelsQuery;
  busy: boolean;
  voice: Voice;
  /** Shows the list under another query, from its first page. */
  onChange(query: ParcelsQuery): void;
}

const marks = ['none', ...troubleMarks.filter((mark) => mark !== 'dismissed')] as const;

/** Views as tabs, search, and filters; every choice goes to the address and comes back from it. */
export function ParcelsFilters({ query, busy, voice, onChange }: Props) {
  const { t, name } = voice.words;
  const { mode, setMode } = useSetIndexFiltersMode(isNarrowed(query) ? IndexFiltersMode.Filtering : IndexFiltersMode.Default);
  const change = (part: Partial<ParcelsQuery>) => onChange({ ...query, ...part, after: null });
  const [typed, setTyped] = useTyped(query.search, (search) => change({ search }));
  const clear = () => onChange(everythingIn(query.view, query.by));
  const markName = (mark: string) => (mark === 'none' ? t('filters.unmarked') : name('mark', mark));

  const filters: IndexFiltersProps['filters'] = asksForTroubles(query)
    ? [
        {
          key: 'kind',
          label: t('filters.kind'),
          filter: (
            <ChoiceList
              title={t('filters.kind')}
              titleHidden
              choices={troubleKinds.map((value) => ({ value, label: name('trouble', value) }))}
              selected={query.kind ? [query.kind] : []}
              onChange={([chosen]) => change({ kind: troubleKinds.find((kind) => kind === chosen) ?? null })}
            />
          ),
          shortcut: true,
          pinned: true,
        },
        ...(query.view === 'dismissed'
          ? []
          : [
              {
                key: 'mark',
                label: t('filters.mark'),
                filter: (
                  <ChoiceList
                    title={t('filters.mark')}
                    titleHidden
                    choices={marks.map((value) => ({ value, label: markName(value) }))}
                    selected={query.mark ? [query.mark] : []}
                    onChange={([chosen]) => change({ mark: marks.find((mark) => mark === chosen) ?? null })}
                  />
                ),
                shortcut: true,
                pinned: true,
              },
            ]),
      ]
    : [];
  const applied: NonNullable<IndexFiltersProps['appliedFilters']> = [
    ...(query.kind ? [{ key: 'kind', label: `${t('filters.kind')}: ${name('trouble', query.kind)}`, onRemove: () => change({ kind: null }) }] : []),
    ...(query.mark ? [{ key: 'mark', label: `${t('filters.mark')}: ${markName(query.mark)}`, onRemove: () => change({ mark: null }) }] : []),
    ...narrowings.flatMap((key) => {
      const value = query.shared[key];
      if (value === undefined) return [];
      const { [key]: _, ...shared } = query.shared;
      return [{ key, label: t(`filters.${key}`, { value: value === null ? t('filters.unknown') : sharedName(key, value, voice) }), onRemove: () => change({ shared }) }];
    }),
  ];

  return (
    <IndexFilters
      tabs={parcelViews.map((view) => ({ id: view, content: t(`views.${view}`), isLocked: true }))}
      selected={parcelViews.indexOf(query.view)}
      onSelect={(at) => onChange(everythingIn(parcelViews[at] ?? 'troubled', query.by))}
      canCreateNewView={false}
      queryValue={typed}
      queryPlaceholder={t('filters.search')}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped('')}
      filters={filters}
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

function sharedName(key: Narrowing, value: string, { words: { name }, carriers, locale }: Voice): string {
  if (key === 'carrier') return carriers[value] ?? value;
  if (key === 'cause') return name('cause', value);
  return key === 'hub' ? value : countryName(value, locale);
}
