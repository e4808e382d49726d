import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { allCarriers, carrierOverridesSetting, listParcels, reconsiderParcels } from '#app/modules/parcels/index.server.ts';
import { CarriersPage } from '#app/modules/parcels/ui/settings/carriers-page.tsx';
import { readSetting, saveSetting } from '#app/modules/settings/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const { rows } = await listParcels(ctx, { shelf: 'under_way', doubted: true }, null, 30);
    return { overrides: await ctx.tx((tx) => readSetting(tx, carrierOverridesSetting)), carriers: allCarriers(), doubted: rows };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveSetting(ctx, carrierOverridesSetting, await submittedForm(request), { by: staff?.id ?? null, afterwards: reconsiderParcels }));
}

export default function Carriers() {
  return <CarriersPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
