import { ListTable } from '#app/ui/list-table.tsx';
import type { ParcelPage } from '../list/parcel-row.ts';
import { ParcelTableRow } from './parcel-table-row.tsx';
import { NothingHere, type TableProps } from './troubles-table.tsx';

/** Parcels as rows, whether or not anything is wrong with them. */
export function ParcelsTable({ page: { rows }, query, voice, busy, paging, onShow }: TableProps<ParcelPage>) {
  const { t } = voice.words;
  return (
    <ListTable
      resource={(count) => t('resource', { count })}
      headings={[{ title: t('columns.order') }, { title: t('columns.parcel') }, { title: t('columns.carrier') }, { title: t('columns.status') }, { title: t('columns.promise') }, { title: t('columns.shipped') }]}
      rows={rows}
      busy={busy}
      empty={<NothingHere query={query} voice={voice} onShow={onShow} />}
      {...paging}
      renderRow={(row, at) => <ParcelTableRow key={row.shipmentId} row={row} {...at} voice={voice} />}
    />
  );
}
