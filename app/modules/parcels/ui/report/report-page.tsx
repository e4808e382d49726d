import { useNavigate, useNavigation } from '@remix-run/react';
import { Banner, BlockStack, Card, InlineGrid, Page } from '@shopify/polaris';
import { DeliveryIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import { listPages } from '#app/ui/list-pages.ts';
import { useExport } from '#app/ui/use-export.ts';
import type { ReportRow } from '../../report/views.ts';
import { BacktestCard } from './backtest-card.tsx';
import { CausesCard } from './causes-card.tsx';
import { CountedCard } from './counted-card.tsx';
import { ReportFilters } from './report-filters.tsx';
import { isNarrowed, readReportQuery, reportPath, type ReportQuery } from './report-query.ts';
import { ReportSummary } from './report-summary.tsx';
import { ReportTable } from './report-table.tsx';
import type { ShownReport } from './shown-report.ts';
import { TrendCard } from './trend-card.tsx';
import { useReportVoice, type ReportVoice } from './use-report-voice.ts';

const path = '/app/report';

/** How carriers and lanes did over a period: what was promised and kept, how long it took, what went wrong. */
export function ReportPage({ query, report }: { query: ReportQuery; report: ShownReport }) {
  const voice = useReportVoice(report.carrierNames);
  const { t } = voice;
  const navigate = useNavigate();
  const { location } = useNavigation();
  const asked = location?.pathname === path ? readReportQuery(new URLSearchParams(location.search)) : null;
  const show = (next: ReportQuery) => navigate(reportPath(next), { replace: true, preventScrollReset: true });
  // All lanes of what the page shows.
  const exporting = useExport(reportPath({ ...query, page: 1 }, '/app/report.csv'), `carriers-and-lanes-${report.from}-${report.to}.csv`);
  return (
    <Page
      title={t('title')}
      subtitle={t('period', { from: voice.day(report.from), to: voice.day(report.to) })}
      backAction={{ content: t('back'), url: '/app/parcels' }}
      secondaryActions={[{ content: t('export'), onAction: exporting.start, loading: exporting.busy, disabled: report.carriers.length === 0 }]}
      fullWidth
    >
      <BlockStack gap="400">
        {exporting.failed && (
          <Banner tone="critical" onDismiss={exporting.dismiss}>
            {t('exportFailed')}
          </Banner>
        )}
        <ReportFilters query={asked ?? query} choices={report.choices} onChange={show} voice={voice} />
        {report.carriers.length === 0 ? (
          <Card>
            <NothingToReport query={query} show={show} voice={voice} />
          </Card>
        ) : (
          <Figures query={asked ?? query} report={report} show={show} busy={asked !== null} voice={voice} />
        )}
        <CountedCard voice={voice} />
      </BlockStack>
    </Page>
  );
}

function Figures({ query, report, show, busy, voice }: { query: ReportQuery; report: ShownReport; show(query: ReportQuery): void; busy: boolean; voice: ReportVoice }) {
  const { t } = voice;
  const { page, pages, from, to, all } = report.lanePages;
  const table = {
    order: query.order,
    onSort: (order: ReportQuery['order']) => show({ ...query, order, page: 1 }),
    narrowerOf: (row: ReportRow) => (row.level === 'carrier' && query.carrier === null ? reportPath({ ...query, carrier: row.carrier ?? 'none', page: 1 }) : null),
    busy,
    voice,
  };
  const turnTo = (next: number) => () => show({ ...query, page: next });
  return (
    <>
      {report.watchedSince && <Banner>{t('watchedSince', { day: voice.day(report.watchedSince) })}</Banner>}
      <ReportSummary figures={report.all} voice={voice} />
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
        <TrendCard figures={report.all} voice={voice} />
        <BlockStack gap="400">
          <CausesCard figures={report.all} voice={voice} />
          <BacktestCard report={report} voice={voice} />
        </BlockStack>
      </InlineGrid>
      <ReportTable title={t('carriers')} kind="carrier" rows={report.carriers} {...table} />
      <ReportTable
        title={t('lanes')}
        note={pages > 1 ? t('lanesShown', { from, to, count: all }) : undefined}
        kind="lane"
        rows={report.lanes}
        pagination={listPages(page > 1 ? turnTo(page - 1) : null, page < pages ? turnTo(page + 1) : null)}
        {...table}
      />
    </>
  );
}

function NothingToReport({ query, show, voice: { t } }: { query: ReportQuery; show(query: ReportQuery): void; voice: ReportVoice }) {
  if (isNarrowed(query)) {
    const clear = { content: t('empty.clear'), onAction: () => show({ ...query, carrier: null, destination: null, page: 1 }) };
    return <Empty icon={DeliveryIcon} title={t('empty.filteredTitle')} text={t('empty.filteredText')} action={clear} />;
  }
  const longer = { content: t('empty.longer'), onAction: () => show({ ...query, days: 90, page: 1 }) };
  return <Empty icon={DeliveryIcon} title={t('empty.title')} text={t('empty.text')} action={query.days === 90 ? undefined : longer} />;
}
