import { Filters, Select, useBreakpoints } from '@shopify/polaris';
import { choiceFilter } from '#app/ui/list-filters.tsx';
import { useLabelled } from '#app/ui/use-labelled.ts';
import { priorities, ticketCategories, ticketChannels } from '../../tickets/ticket.ts';
import type { Desk } from '../desk-page.server.ts';
import { deskSorts, noNarrowing, sortsOf, type DeskQuery } from './desk-query.ts';
import { useColleagues } from './use-colleagues.ts';
import { useDeskWords } from './words.ts';

interface Props extends Pick<Desk, 'tags' | 'colleagues' | 'staffId'> {
  query: DeskQuery;
  busy: boolean;
  /** Shows the desk under another query, from its first page. */
  onChange(changes: Partial<DeskQuery>): void;
}

/** What narrows a view, and the order it is read in. */
export function DeskFilters({ query, tags, colleagues, staffId, busy, onChange }: Props) {
  const { t } = useDeskWords();
  const labelled = useLabelled();
  const { smDown } = useBreakpoints();
  const nameOf = useColleagues(colleagues, staffId);
  const sorts = sortsOf(query.view).map((sort) => ({ value: sort, label: t(`sorts.${sort}`) }));
  const known = new Set([...tags, ...(query.tag ? [query.tag] : [])]);
  const filters = [
    { key: 'priority', chosen: query.priorities.map((value) => t(`priorities.${value}`)), none: { priorities: [] } },
    { key: 'tier', chosen: query.valued ? [t('valued')] : [], none: { valued: false } },
    { key: 'category', chosen: query.categories.map((value) => t(`categories.${value}`)), none: { categories: [] } },
    { key: 'channel', chosen: query.channels.map((value) => t(`channels.${value}`)), none: { channels: [] } },
    { key: 'tag', chosen: query.tag ? [query.tag] : [], none: { tag: null } },
    { key: 'assignee', chosen: query.assignee ? [nameOf(query.assignee)] : [], none: { assignee: null } },
  ] as const;
  return (
    <Filters
      hideQueryField
      onQueryChange={() => undefined}
      onQueryClear={() => undefined}
      loading={busy}
      filters={[
        // Beside the filters there is room for a field on a wide screen only.
        ...(smDown ? [choiceFilter({ key: 'sort', label: t(`sorts.${query.sort}`), choices: sorts, selected: [query.sort], onChoose: ([sort]) => sort && onChange({ sort }) })] : []),
        choiceFilter({ key: 'priority', label: t('filters.priority'), allowMultiple: true, choices: priorities.map((value) => ({ value, label: t(`priorities.${value}`) })), selected: query.priorities, onChoose: (chosen) => onChange({ priorities: chosen }) }),
        choiceFilter({ key: 'tier', label: t('filters.tier'), allowMultiple: true, choices: [{ value: 'valued', label: t('valued') }], selected: query.valued ? ['valued'] : [], onChoose: (chosen) => onChange({ valued: chosen.length > 0 }) }),
        choiceFilter({ key: 'category', label: t('filters.category'), allowMultiple: true, choices: ticketCategories.map((value) => ({ value, label: t(`categories.${value}`) })), selected: query.categories, onChoose: (chosen) => onChange({ categories: chosen }) }),
        choiceFilter({ key: 'channel', label: t('filters.channel'), allowMultiple: true, choices: ticketChannels.map((value) => ({ value, label: t(`channels.${value}`) })), selected: query.channels, onChoose: (chosen) => onChange({ channels: chosen }) }),
        ...(known.size > 0 ? [choiceFilter({ key: 'tag', label: t('filters.tag'), choices: [...known].map((value) => ({ value, label: value })), selected: query.tag ? [query.tag] : [], onChoose: ([tag]) => onChange({ tag: tag ?? null }) })] : []),
        ...(query.view === 'mine' || query.view === 'unassigned'
          ? []
          : [choiceFilter({ key: 'assignee', label: t('filters.assignee'), choices: colleagues.map(({ id }) => ({ value: id, label: nameOf(id) })), selected: query.assignee ? [query.assignee] : [], onChoose: ([assignee]) => onChange({ assignee: assignee ?? null }) })]),
      ]}
      appliedFilters={filters.flatMap(({ key, chosen, none }) => (chosen.length > 0 ? [{ key, label: labelled(t(`filters.${key}`), chosen), onRemove: () => onChange(none) }] : []))}
      onClearAll={() => onChange(noNarrowing)}
    >
      {!smDown && <Select label={t('sort')} labelHidden options={sorts} value={query.sort} onChange={(value) => onChange({ sort: deskSorts.find((sort) => sort === value) ?? query.sort })} />}
    </Filters>
  );
}
