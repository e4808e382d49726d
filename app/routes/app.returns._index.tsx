import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { approveMany, listReturns } from '#app/modules/returns/index.server.ts';
import { ReturnsPage } from '#app/modules/returns/ui/returns-page.tsx';
import { readReturnsQuery } from '#app/modules/returns/ui/returns-query.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readReturnsQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, async () => ({ query, page: await listReturns(ctx, query) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => approveMany(ctx, await submittedForm(request), staff?.id ?? null));
}

export default function Returns() {
  const { query, page } = useLoaderData<typeof loader>();
  return <ReturnsPage query={query} page={page} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
