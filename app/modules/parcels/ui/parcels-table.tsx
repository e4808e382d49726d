import { IndexTable, useBreakpoints } from '@shopify/polaris';
import { listPages } from '#app/ui/list-pages.ts';
import type { ParcelPage } from '../list/parcel-row.ts';
import { ParcelTableRow } from './parcel-table-row.tsx';
import { NothingHere, type TableProps } from './troubles-table.tsx';

/** Parcels as rows, whether or not anything is wrong with them. */
export function ParcelsTable({ page: { rows }, query, voice, busy, paging, onShow }: TableProps<ParcelPage>) {
  const { t } = voice.words;
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      resourceName={{ singular: t('resource', { count: 1 }), plural: t('resource', { count: 2 }) }}
      itemCount={rows.length}
      headings={[{ title: t('columns.order') }, { title: t('columns.parcel') }, { title: t('columns.carrier') }, { title: t('columns.status') }, { title: t('columns.promise') }, { title: t('columns.shipped') }]}
      selectable={false}
      condensed={smDown}
      loading={busy}
      emptyState={<NothingHere query={query} voice={voice} onShow={onShow} />}
      pagination={listPages(paging.previous, paging.next)}
    >
      {rows.map((row, position) => (
        <ParcelTableRow key={row.shipmentId} row={row} position={position} condensed={smDown} voice={voice} />
      ))}
    </IndexTable>
  );
}
