import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actOnTroubles, parcelsScreen } from '#app/modules/parcels/index.server.ts';
import { ParcelsPage } from '#app/modules/parcels/ui/parcels-page.tsx';
import { readParcelsQuery, troubleFilterOf } from '#app/modules/parcels/ui/parcels-query.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { customerLink } from '#app/wiring/customer-link.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readParcelsQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, async () => ({ query, screen: await parcelsScreen(ctx, query) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const filter = troubleFilterOf(readParcelsQuery(new URL(request.url).searchParams));
    return actOnTroubles(ctx, await submittedForm(request), { filter, by: staff?.id ?? null, linkTo: (orderId) => customerLink(ctx, orderId) });
  });
}

export default function Parcels() {
  return <ParcelsPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
