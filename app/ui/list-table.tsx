import { IndexTable, useBreakpoints, type IndexTableProps } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { listPages } from './list-pages.ts';

interface Props<Row> {
  /** What one of its rows is called, and several. */
  resource(count: number): string;
  headings: IndexTableProps['headings'];
  rows: readonly Row[];
  busy: boolean;
  /** What stands there where there are no rows. */
  empty: ReactNode;
  /** The steps to the pages beside this one, where there are such pages. */
  previous: (() => void) | null;
  next: (() => void) | null;
  /** What may be done to several rows at once; without it rows are only read. */
  bulk?: Pick<IndexTableProps, 'onSelectionChange' | 'promotedBulkActions' | 'bulkActions' | 'selectedItemsCount'>;
  /** A row with its key; condensed where the screen is narrow. */
  renderRow(row: Row, at: { position: number; condensed: boolean }): ReactNode;
}

/** A page of a list. */
export function ListTable<Row>({ resource, headings, rows, busy, empty, previous, next, bulk, renderRow }: Props<Row>) {
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      resourceName={{ singular: resource(1), plural: resource(2) }}
      itemCount={rows.length}
      headings={headings}
      selectable={bulk !== undefined}
      {...bulk}
      condensed={smDown}
      loading={busy}
      emptyState={empty}
      pagination={listPages(previous, next)}
    >
      {rows.map((row, position) => renderRow(row, { position, condensed: smDown }))}
    </IndexTable>
  );
}
