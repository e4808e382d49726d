import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { recheckParcels, troubleThresholdsSetting } from '#app/modules/parcels/index.server.ts';
import { ThresholdsPage } from '#app/modules/parcels/ui/settings/thresholds-page.tsx';
import { readSetting, saveSetting } from '#app/modules/settings/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ thresholds: await ctx.tx((tx) => readSetting(tx, troubleThresholdsSetting)) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveSetting(ctx, troubleThresholdsSetting, await submittedForm(request), { by: staff?.id ?? null, afterwards: recheckParcels }));
}

export default function Troubles() {
  return <ThresholdsPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
