import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { orderNotices } from '#app/modules/notices/index.server.ts';
import { OrderNoticesCard } from '#app/modules/notices/ui/rules/order-notices-card.tsx';
import { orderStory } from '#app/modules/orders/index.server.ts';
import { OrderPage } from '#app/modules/orders/ui/order-page.tsx';
import { addressStandings } from '#app/modules/outbox/index.server.ts';
import { ReachCard } from '#app/modules/outbox/ui/reach-card.tsx';
import { actOnTroubles, orderParcels } from '#app/modules/parcels/index.server.ts';
import { OrderParcelsCard } from '#app/modules/parcels/ui/order-parcels.tsx';
import { buyerOf, orderReturns, troubles } from '#app/modules/returns/index.server.ts';
import { TroublesCard } from '#app/modules/returns/ui/processing/troubles-card.tsx';
import { OrderReturnsCard } from '#app/modules/returns/ui/order-returns-card.tsx';
import { SignalsCard } from '#app/modules/returns/ui/signals/signals-card.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { customerLink } from '#app/wiring/customer-link.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    if (!isNumericId(id)) throw notFound('order');
    const story = await orderStory(ctx, id);
    return { story, parcels: await orderParcels(ctx, id), returns: await orderReturns(ctx, id), buyer: await buyerOf(ctx, { orderId: id }), waiting: await troubles(ctx, id), notices: await orderNotices(ctx, id), standings: await addressStandings(ctx, id), customerPage: customerLink(ctx, id) };
  });
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    return actOnTroubles(ctx, await submittedForm(request), { filter: { orderId: id }, by: staff?.id ?? null, linkTo: (orderId) => customerLink(ctx, orderId) });
  });
}

export default function Order() {
  const { story, parcels, returns, buyer, waiting, notices, standings, customerPage } = useLoaderData<typeof loader>();
  const contents = story.parcels.map(({ id, fulfillmentName, lines }) => ({ shipmentId: id, name: fulfillmentName, lines }));
  const shown = (
    <>
      <ReachCard standings={standings} />
      <OrderParcelsCard parcels={parcels} contents={contents} timeline={story.timeline} customerPage={customerPage} />
      <TroublesCard troubles={waiting} />
      <OrderReturnsCard returns={returns} />
      <SignalsCard buyer={buyer} quiet />
      <OrderNoticesCard notices={notices} />
    </>
  );
  return <OrderPage story={story} parcels={shown} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
