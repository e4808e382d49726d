import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { allCarriers, reconsiderParcels } from '#app/modules/parcels/index.server.ts';
import { latestBacktest, promiseRulesSetting } from '#app/modules/promises/index.server.ts';
import { RulesPage } from '#app/modules/promises/ui/rules-page.tsx';
import { readSetting, saveSetting } from '#app/modules/settings/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { countryCodes } from '#app/wiring/country-codes.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const read = await ctx.tx(async (tx) => ({ rules: await readSetting(tx, promiseRulesSetting), backtest: await latestBacktest(tx) }));
    return { ...read, countries: countryCodes, carriers: allCarriers() };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveSetting(ctx, promiseRulesSetting, await submittedForm(request), { by: staff?.id ?? null, afterwards: reconsiderParcels }));
}

export default function Dates() {
  return <RulesPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
