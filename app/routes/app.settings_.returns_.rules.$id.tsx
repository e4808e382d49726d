import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { rulePage, saveRule } from '#app/modules/returns/index.server.ts';
import { RulePage } from '#app/modules/returns/policy/ui/rule-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { countryCodes } from '#app/wiring/country-codes.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx, locale } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ view: await rulePage(ctx, locale, id), general: id === 'base', countries: countryCodes }));
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveRule(ctx, id, { form: await submittedForm(request), by: staff?.id ?? null }));
}

export default function ReturnRule() {
  return <RulePage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
