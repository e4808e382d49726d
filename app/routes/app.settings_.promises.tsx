import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { promisesView, savePromises } from '#app/modules/inbox/index.server.ts';
import { PromisesPage } from '#app/modules/inbox/promises/ui/promises-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => promisesView(ctx));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => savePromises(ctx, await submittedForm(request), staff?.id ?? null));
}

export default function Promises() {
  return <PromisesPage view={useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
