import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listOrders } from '#app/modules/orders/index.server.ts';
import { OrdersPage } from '#app/modules/orders/ui/orders-page.tsx';
import { orderFilterOf, readOrdersQuery } from '#app/modules/orders/ui/orders-query.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readOrdersQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, async () => ({ query, page: await listOrders(ctx, orderFilterOf(query)) }));
}

export default function Orders() {
  const { query, page } = useLoaderData<typeof loader>();
  return <OrdersPage query={query} page={page} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
