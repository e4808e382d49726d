import { ActionList, Box, Card, Divider, Select, Text, useBreakpoints, type ActionListProps } from '@shopify/polaris';
import type { ViewCounts } from '../count-views.server.ts';
import type { Desk } from '../desk-page.server.ts';
import { deskPath, deskViews, isNarrowed, type DeskQuery, type DeskView } from './desk-query.ts';
import { KeepView } from './keep-view.tsx';
import { RemoveView } from './remove-view.tsx';
import { useDeskWords } from './words.ts';

interface Props extends Pick<Desk, 'counts' | 'teams' | 'saved' | 'staffId'> {
  query: DeskQuery;
  /** Shows what stands at an address of the desk. */
  onShow(path: string): void;
}

interface Entry {
  name: string;
  count: string | null;
  path: string;
  active: boolean;
}

/** The views with how many conversations each holds: beside the list where there is room, else above it as a choice. */
export function ViewList({ query, counts, teams, saved, staffId, onShow }: Props) {
  const { t } = useDeskWords();
  const { lgDown } = useBreakpoints();
  const here = deskPath({ ...query, after: null });
  const kept = saved.find(({ path }) => path === here) ?? null;
  const views = deskViews.map((view): Entry => ({ name: t(`views.${view}`), count: countOf(view, counts, t), path: deskPath({ view }), active: query.view === view && query.team === null && kept === null }));
  const ofTeams = teams.map(({ id, name }): Entry => ({ name, count: String(counts.teams[id] ?? 0), path: deskPath({ team: id }), active: query.team === id && kept === null }));
  const ofSaved = saved.map(({ name, count, path }): Entry => ({ name, count: count !== null && count >= 100 ? t('many') : (count?.toString() ?? null), path, active: path === kept?.path }));
  const all = [...views, ...ofTeams, ...ofSaved];
  const keeps = kept === null ? isNarrowed(query) && <KeepView query={query} canBeOwn={staffId !== null} /> : kept.removable && <RemoveView view={kept} />;
  if (lgDown) {
    return (
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Select
          label={t('view')}
          labelInline
          options={all.map(({ name, count, path }) => ({ value: path, label: count === null ? name : t('viewWithCount', { name, count }) }))}
          value={all.find(({ active }) => active)?.path}
          onChange={onShow}
        />
        {keeps && <Box paddingBlockStart="200">{keeps}</Box>}
      </Box>
    );
  }
  const items = (entries: Entry[]) => entries.map(({ name, count, path, active }) => ({ content: name, url: path, active, suffix: <Suffix count={count} active={active} /> }));
  return (
    <nav aria-label={t('viewNav')}>
      <Card padding="0">
        <ActionList items={items(views)} />
        <Group title={t('teams')} items={items(ofTeams)} />
        <Group title={t('saved.title')} items={items(ofSaved)} />
      </Card>
      {keeps && <Box paddingBlockStart="200">{keeps}</Box>}
    </nav>
  );
}

/** How many there are, and for who hears the list, which is shown. */
function Suffix({ count, active }: Pick<Entry, 'count' | 'active'>) {
  const { t } = useDeskWords();
  return (
    <>
      {count}
      {active && (
        <Text as="span" visuallyHidden>
          {t('shown')}
        </Text>
      )}
    </>
  );
}

function Group({ title, items }: { title: string; items: ActionListProps['items'] }) {
  if (!items || items.length === 0) return null;
  return (
    <>
      <Divider />
      <Box paddingInline="300" paddingBlockStart="300">
        <Text as="h2" variant="headingSm">
          {title}
        </Text>
      </Box>
      <ActionList items={items} />
    </>
  );
}

function countOf(view: DeskView, counts: ViewCounts, t: ReturnType<typeof useDeskWords>['t']): string | null {
  if (view === 'solved' || view === 'all') return null;
  return view === 'spam' && counts.spam >= 100 ? t('many') : String(counts[view]);
}
