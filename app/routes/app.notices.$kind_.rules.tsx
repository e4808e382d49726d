import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actOnRules, rulesView } from '#app/modules/notices/index.server.ts';
import { RulesPage } from '#app/modules/notices/ui/rules/rules-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { countryCodes } from '#app/wiring/country-codes.server.ts';

export async function loader({ request, params: { kind = '' } }: LoaderFunctionArgs) {
  const { shopify, transports } = theApp();
  const { ctx } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ view: await rulesView(ctx, kind, { hasHouseSms: transports.sms !== null }), countries: countryCodes }));
}

export async function action({ request, params: { kind = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => actOnRules(ctx, kind, await submittedForm(request), staff?.id ?? null));
}

export default function NoticeRules() {
  const { view, countries } = useLoaderData<typeof loader>();
  return <RulesPage key={view.kind} view={view} countries={countries} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
