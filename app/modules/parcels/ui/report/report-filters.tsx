import { Box, Card, InlineGrid, Select, useBreakpoints } from '@shopify/polaris';
import { sortableColumns } from '../../report/sort-rows.ts';
import { reportDays, type CarrierReport } from '../../report/views.ts';
import { usualDirection, type ReportQuery } from './report-query.ts';
import type { ReportVoice } from './use-report-voice.ts';

interface Props {
  query: ReportQuery;
  choices: CarrierReport['choices'];
  onChange(query: ReportQuery): void;
  voice: ReportVoice;
}

/** Period, carrier and destination; on a phone, where there are no column heads, the order too. */
export function ReportFilters({ query, choices, onChange, voice }: Props) {
  const { t } = voice;
  const { smDown } = useBreakpoints();
  const change = (part: Partial<ReportQuery>) => onChange({ ...query, ...part, page: 1 });
  const options = (values: readonly (string | null)[], chosen: string | null, label: (value: string | null) => string, all: string) => {
    const keys = [...new Set([...values.map((value) => value ?? 'none'), ...(chosen === null ? [] : [chosen])])];
    const named = keys.map((value) => ({ value, label: label(value === 'none' ? null : value) })).sort((left, right) => left.label.localeCompare(right.label));
    return [{ value: '', label: all }, ...named];
  };
  return (
    <Card padding="300">
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
        <Select
          label={t('filter.days')}
          options={reportDays.map((days) => ({ value: String(days), label: t(`filter.last.${days}`) }))}
          value={String(query.days)}
          onChange={(value) => change({ days: reportDays.find((days) => String(days) === value) ?? query.days })}
        />
        <Select
          label={t('filter.carrier')}
          options={options(choices.carriers, query.carrier, voice.carrier, t('filter.anyCarrier'))}
          value={query.carrier ?? ''}
          onChange={(value) => change({ carrier: value || null })}
        />
        <Select
          label={t('filter.destination')}
          options={options(choices.destinations, query.destination, voice.country, t('filter.anyDestination'))}
          value={query.destination ?? ''}
          onChange={(value) => change({ destination: value || null })}
        />
      </InlineGrid>
      {smDown && (
        <Box paddingBlockStart="300">
          <InlineGrid columns={2} gap="300">
            <Select
              label={t('filter.sort')}
              options={sortableColumns.map((column) => ({ value: column, label: t(`columns.${column === 'name' ? 'carrier' : column}`) }))}
              value={query.order.by}
              onChange={(value) => {
                const by = sortableColumns.find((column) => column === value) ?? 'delivered';
                change({ order: { by, direction: usualDirection(by) } });
              }}
            />
            <Select
              label={t('filter.order')}
              options={(['descending', 'ascending'] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
              value={query.order.direction}
              onChange={(value) => change({ order: { ...query.order, direction: value === 'ascending' ? 'ascending' : 'descending' } })}
            />
          </InlineGrid>
        </Box>
      )}
    </Card>
  );
}
