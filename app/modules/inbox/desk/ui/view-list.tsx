import { ActionList, Box, Card, Divider, Select, Text, useBreakpoints } from '@shopify/polaris';
import type { ViewCounts } from '../count-views.server.ts';
import type { Desk } from '../desk-page.server.ts';
import { deskPath, deskViews, type DeskQuery, type DeskView } from '../desk-query.ts';
import { useDeskWords } from './words.ts';

interface Props extends Pick<Desk, 'counts' | 'teams'> {
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
export function ViewList({ query, counts, teams, onShow }: Props) {
  const { t } = useDeskWords();
  const { mdDown } = useBreakpoints();
  const views = deskViews.map((view): Entry => ({ name: t(`views.${view}`), count: countOf(view, counts, t), path: deskPath({ view }), active: query.view === view && query.team === null }));
  const ofTeams = teams.map(({ id, name }): Entry => ({ name, count: String(counts.teams[id] ?? 0), path: deskPath({ team: id }), active: query.team === id }));
  const all = [...views, ...ofTeams];
  if (mdDown) {
    return (
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Select
          label={t('view')}
          labelInline
          options={all.map(({ name, count, path }) => ({ value: path, label: count === null ? name : t('viewWithCount', { name, count }) }))}
          value={all.find(({ active }) => active)?.path}
          onChange={onShow}
        />
      </Box>
    );
  }
  const items = (entries: Entry[]) =>
    entries.map(({ name, count, path, active }) => {
      const label = count === null ? name : `${name} ${count}`;
      return { content: name, url: path, active, suffix: count, accessibilityLabel: active ? t('shownView', { view: label }) : undefined };
    });
  return (
    <nav aria-label={t('viewNav')}>
      <Card padding="0">
        <ActionList items={items(views)} />
        {ofTeams.length > 0 && (
          <>
            <Divider />
            <Box paddingInline="300" paddingBlockStart="300">
              <Text as="h2" variant="headingSm">
                {t('teams')}
              </Text>
            </Box>
            <ActionList items={items(ofTeams)} />
          </>
        )}
      </Card>
    </nav>
  );
}

function countOf(view: DeskView, counts: ViewCounts, t: ReturnType<typeof useDeskWords>['t']): string | null {
  if (view === 'solved' || view === 'all') return null;
  return view === 'spam' && counts.spam >= 100 ? t('many') : String(counts[view]);
}
