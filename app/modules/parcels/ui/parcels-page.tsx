import { useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Box, Card, InlineGrid, Page, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { downloadDocument } from '#app/ui/download-document.ts';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import type { ParcelsScreen } from '../list/parcels-screen.server.ts';
import { GroupsCard } from './groups-card.tsx';
import { ParcelsFilters } from './parcels-filters.tsx';
import { parcelsPath, readParcelsQuery, type ParcelsQuery } from './parcels-query.ts';
import { ParcelsTable } from './parcels-table.tsx';
import { TroublesTable } from './troubles-table.tsx';
import { useVoice } from './voice.ts';

/** Where the shop's parcels are and what is wrong with them: figures, what troubles share, and the list. */
export function ParcelsPage({ query, screen }: { query: ParcelsQuery; screen: ParcelsScreen }) {
  const voice = useVoice(screen.carriers);
  const { t } = voice.words;
  const navigate = useNavigate();
  const file = useExport(query);
  const { busy, asked } = useListLoading('/app/parcels');
  const show = (next: ParcelsQuery) => navigate(parcelsPath(next), { replace: true });
  const paging = {
    previous: query.after === null ? null : () => navigate(-1),
    next: screen.page.next === null ? null : () => navigate(parcelsPath({ ...query, after: screen.page.next })),
  };
  return (
    <Page
      title={t('title')}
      fullWidth
      secondaryActions={[
        { content: t('report'), url: '/app/report' },
        { content: t('export'), loading: file.state === 'running', onAction: file.save },
      ]}
    >
      <BlockStack gap="400">
        {file.state === 'failed' && (
          <Banner tone="critical">
            <p>{t('exportFailed')}</p>
          </Banner>
        )}
        <Figures figures={screen.figures} />
        {query.view === 'troubled' && query.after === null && screen.figures.open > 1 && <GroupsCard groups={screen.groups} query={query} voice={voice} />}
        <Card padding="0">
          <ParcelsFilters query={asked ? readParcelsQuery(asked) : query} busy={busy} voice={voice} onChange={show} />
          {screen.page.of === 'troubles' ? (
            <TroublesTable key={query.view} page={screen.page} query={query} voice={voice} busy={busy} paging={paging} onShow={show} />
          ) : (
            <ParcelsTable page={screen.page} query={query} voice={voice} busy={busy} paging={paging} onShow={show} />
          )}
        </Card>
      </BlockStack>
    </Page>
  );
}

const shownFigures = ['open', 'unmarked', 'openedToday', 'underWay'] as const;

function Figures({ figures }: { figures: ParcelsScreen['figures'] }) {
  const { t } = useVoice({}).words;
  const { formats } = useAdmin();
  return (
    <Card>
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
        {shownFigures.map((key) => (
          <Box key={key}>
            <BlockStack gap="100">
              <Text as="span">{t(`figures.${key}`)}</Text>
              <Text as="p" variant="headingLg" numeric tone={key === 'unmarked' && figures.unmarked > 0 ? 'critical' : undefined}>
                {formats.number(figures[key])}
              </Text>
            </BlockStack>
          </Box>
        ))}
      </InlineGrid>
    </Card>
  );
}

/** The list as a file, with the filters of its address. */
function useExport(query: ParcelsQuery) {
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle');
  const save = () => {
    setState('running');
    downloadDocument(parcelsPath({ ...query, after: null }, '/app/parcels/export'), `parcels-${query.view.replaceAll('_', '-')}.csv`).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return { state, save };
}
