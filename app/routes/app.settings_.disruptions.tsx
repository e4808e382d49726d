import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayIn } from '#app/kernel/time.ts';
import { allCarriers, reconsiderParcels } from '#app/modules/parcels/index.server.ts';
import { disruptionsSetting } from '#app/modules/promises/index.server.ts';
import { DisruptionsPage } from '#app/modules/promises/ui/disruptions-page.tsx';
import { readSetting, saveSetting } from '#app/modules/settings/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { countryCodes } from '#app/wiring/country-codes.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({
    disruptions: await ctx.tx((tx) => readSetting(tx, disruptionsSetting)),
    countries: countryCodes,
    carriers: allCarriers(),
    today: dayIn(ctx.shop.ianaTimezone, ctx.clock.now()),
  }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveSetting(ctx, disruptionsSetting, await submittedForm(request), { by: staff?.id ?? null, afterwards: reconsiderParcels }));
}

export default function Disruptions() {
  return <DisruptionsPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
