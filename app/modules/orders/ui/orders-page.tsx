import { useLocation, useNavigate } from '@remix-run/react';
import { Card, Page, type IndexTableProps } from '@shopify/polaris';
import { OrderIcon, SearchIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import { ListTable } from '#app/ui/list-table.tsx';
import { useListLoading } from '#app/ui/use-list-loading.ts';
import type { OrderPage } from '../views.ts';
import { useRememberList } from './last-list.ts';
import { OrderTableRow } from './order-table-row.tsx';
import { OrdersFilters } from './orders-filters.tsx';
import { everything, isNarrowed, isUnfiltered, ordersPath, readOrdersQuery, type OrdersQuery } from './orders-query.ts';
import { useOrderWords } from './words.ts';

/** The list of orders: views, search and filters from the address, a page of rows, and words where there are none. */
export function OrdersPage({ query, page }: { query: OrdersQuery; page: OrderPage }) {
  const { t } = useOrderWords();
  const navigate = useNavigate();
  useRememberList(useLocation().search);
  const { busy, asked } = useListLoading('/app/orders');
  const show = (next: OrdersQuery) => navigate(ordersPath(next), { replace: true });
  const narrowed = isNarrowed(query);
  const stepTo = (direction: 'previous' | 'next') => {
    const cursor = page[direction];
    return cursor === null ? null : () => show({ ...query, at: { cursor, direction } });
  };
  const nobodyOrdered = page.rows.length === 0 && isUnfiltered(query);

  const headings: IndexTableProps['headings'] = [
    { title: t('columns.order') },
    { title: t('columns.date') },
    { title: t('columns.customer') },
    { title: t('columns.total'), alignment: 'end' },
    { title: t('columns.payment') },
    { title: t('columns.fulfillment') },
    { title: t('columns.delivery') },
    { title: t('columns.items'), alignment: 'end' },
  ];
  return (
    <Page title={t('title')} fullWidth>
      <Card padding="0">
        {nobodyOrdered ? (
          <Empty icon={OrderIcon} title={t('empty.title')} text={t('empty.text')} />
        ) : (
          <>
            <OrdersFilters query={asked ? readOrdersQuery(asked) : query} busy={busy} onChange={show} />
            <ListTable
              resource={(count) => t('resource', { count })}
              headings={headings}
              rows={page.rows}
              busy={busy}
              empty={
                <Empty
                  icon={SearchIcon}
                  title={t(narrowed ? 'noMatch.title' : 'emptyView.title')}
                  text={t(narrowed ? 'noMatch.text' : 'emptyView.text')}
                  action={{ content: t(narrowed ? 'noMatch.clear' : 'emptyView.showAll'), onAction: () => show(narrowed ? everything(query.view) : everything('all')) }}
                />
              }
              previous={stepTo('previous')}
              next={stepTo('next')}
              renderRow={(row, at) => <OrderTableRow key={row.id} row={row} {...at} />}
            />
          </>
        )}
      </Card>
    </Page>
  );
}
