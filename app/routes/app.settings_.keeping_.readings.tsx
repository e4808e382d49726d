import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readingsView } from '#app/modules/inbox/index.server.ts';
import { ReadingsPage } from '#app/modules/inbox/keeping/ui/readings-page.tsx';
import { readReadingsQuery } from '#app/modules/inbox/keeping/ui/readings-query.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  const query = readReadingsQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, async () => ({ query, view: await readingsView(ctx, query, staff?.id ?? null) }));
}

export default function Readings() {
  const { query, view } = useLoaderData<typeof loader>();
  return <ReadingsPage query={query} view={view} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
