import { countryName } from '#app/kernel/place.ts';
import { choiceFilter, ListFilters, type AppliedFilters } from '#app/ui/list-filters.tsx';
import { troubleKinds, troubleMarks } from '../records.ts';
import type { Voice } from './evidence.ts';
import { asksForTroubles, everythingIn, narrowings, parcelViews, type Narrowing, type ParcelsQuery } from './parcels-query.ts';

interface Props {
  query: ParcelsQuery;
  busy: boolean;
  voice: Voice;
  /** Shows the list under another query, from its first page. */
  onChange(query: ParcelsQuery): void;
}

const marks = ['none', ...troubleMarks.filter((mark) => mark !== 'dismissed')] as const;

/** The views of the parcels, and what narrows them: trouble, mark, and what a group of them shares. */
export function ParcelsFilters({ query, busy, voice, onChange }: Props) {
  const { t, name } = voice.words;
  const change = (part: Partial<ParcelsQuery>) => onChange({ ...query, ...part, after: null });
  const markName = (mark: string) => (mark === 'none' ? t('filters.unmarked') : name('mark', mark));

  const kindFilter = choiceFilter({
    key: 'kind',
    label: t('filters.kind'),
    choices: troubleKinds.map((value) => ({ value, label: name('trouble', value) })),
    selected: query.kind ? [query.kind] : [],
    onChoose: ([kind]) => change({ kind: kind ?? null }),
  });
  const markFilter = choiceFilter({
    key: 'mark',
    label: t('filters.mark'),
    choices: marks.map((value) => ({ value, label: markName(value) })),
    selected: query.mark ? [query.mark] : [],
    onChoose: ([mark]) => change({ mark: mark ?? null }),
  });
  const applied: AppliedFilters = [
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
    <ListFilters
      views={parcelViews.map((view) => ({ id: view, name: t(`views.${view}`) }))}
      view={query.view}
      onView={(view) => onChange(everythingIn(view, query.by))}
      search={query.search}
      searchHint={t('filters.search')}
      onSearch={(search) => change({ search })}
      filters={asksForTroubles(query) ? (query.view === 'dismissed' ? [kindFilter] : [kindFilter, markFilter]) : []}
      applied={applied}
      onClear={() => onChange(everythingIn(query.view, query.by))}
      busy={busy}
    />
  );
}

function sharedName(key: Narrowing, value: string, { words: { name }, carriers, locale }: Voice): string {
  if (key === 'carrier') return carriers[value] ?? value;
  if (key === 'cause') return name('cause', value);
  return key === 'hub' ? value : countryName(value, locale);
}
