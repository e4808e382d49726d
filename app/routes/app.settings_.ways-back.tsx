import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { changeWaysBack, waysBackView } from '#app/modules/labels/index.server.ts';
import { WaysBackPage } from '#app/modules/labels/ui/settings/ways-back-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => waysBackView(ctx));
}

export async function action({ request }: ActionFunctionArgs) {
  const { sealer, shopify } = theApp();
  const { ctx, staff } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => changeWaysBack(ctx, await submittedForm(request), { sealer, by: staff?.id ?? null }));
}

export default function WaysBack() {
  return <WaysBackPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
