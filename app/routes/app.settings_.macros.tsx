import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { macrosView, phrasesSetting } from '#app/modules/inbox/index.server.ts';
import { MacrosPage } from '#app/modules/inbox/macros/ui/macros-page.tsx';
import { saveSetting } from '#app/modules/settings/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => macrosView(ctx, staff?.id ?? null));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveSetting(ctx, phrasesSetting, await submittedForm(request), { by: staff?.id ?? null }));
}

export default function Macros() {
  return <MacrosPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
