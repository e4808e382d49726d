import { BlockStack, Box, Card, IndexTable, InlineStack, Text, useBreakpoints, type IndexTableProps } from '@shopify/polaris';
import { Legend } from '#app/ui/chart/legend.tsx';
import type { ReportColumn, ReportOrder } from '../../report/sort-rows.ts';
import type { ReportRow as Row } from '../../report/views.ts';
import { figureColumns, ReportRow } from './report-row.tsx';
import { usualDirection } from './report-query.ts';
import type { ReportVoice } from './use-report-voice.ts';

interface Props {
  title: string;
  /** How many of how many are shown, where it is not all. */
  note?: string;
  kind: 'carrier' | 'lane';
  rows: readonly Row[];
  order: ReportOrder;
  onSort(order: ReportOrder): void;
  busy: boolean;
  pagination?: IndexTableProps['pagination'];
  /** The address of the report narrowed to a row, or null. */
  narrowerOf(row: Row): string | null;
  voice: ReportVoice;
}

const columns: readonly ReportColumn[] = ['name', ...figureColumns];

/** Carriers or lanes with all their figures; every column can be sorted by. */
export function ReportTable({ title, note, kind, rows, order, onSort, busy, pagination, narrowerOf, voice }: Props) {
  const { t } = voice;
  const { smDown } = useBreakpoints();
  const most = Math.max(0, ...rows.map(({ transit }) => transit?.ninety ?? 0));
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="200">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="baseline" gap="200">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            {note && (
              <Text as="span" tone="subdued">
                {note}
              </Text>
            )}
          </InlineStack>
          <Legend entries={(['good', 'poor', 'none', 'plain'] as const).map((tone) => ({ tone, text: t(`legend.${tone}`) }))} />
        </BlockStack>
      </Box>
      <IndexTable
        resourceName={{ singular: t('resource', { count: 1 }), plural: t('resource', { count: 2 }) }}
        itemCount={rows.length}
        headings={[{ title: t(`columns.${kind}`), defaultSortDirection: usualDirection('name') }, ...figureColumns.map((column) => ({ title: t(`columns.${column}`), defaultSortDirection: usualDirection(column) }))]}
        sortable={columns.map(() => true)}
        sortDirection={order.direction}
        sortColumnIndex={columns.indexOf(order.by)}
        onSort={(at, direction) => onSort({ by: columns[at] ?? 'delivered', direction })}
        selectable={false}
        condensed={smDown}
        loading={busy}
        pagination={pagination}
      >
        {rows.map((row, position) => (
          <ReportRow key={idOf(row)} id={idOf(row)} row={row} position={position} condensed={smDown} most={most} narrower={narrowerOf(row)} voice={voice} />
        ))}
      </IndexTable>
    </Card>
  );
}

function idOf(row: Row): string {
  if (row.level === 'all') return 'all';
  return row.level === 'carrier' ? `carrier-${row.carrier ?? ''}` : `lane-${row.carrier ?? ''}-${row.origin ?? ''}-${row.destination ?? ''}`;
}
