import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { orderStory } from '#app/modules/orders/index.server.ts';
import { OrderPage } from '#app/modules/orders/ui/order-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    if (!isNumericId(id)) throw notFound('order');
    return { story: await orderStory(ctx, id) };
  });
}

export default function Order() {
  const { story } = useLoaderData<typeof loader>();
  return <OrderPage story={story} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
