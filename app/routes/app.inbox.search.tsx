import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { searchTickets, staffNames } from '#app/modules/inbox/index.server.ts';
import { SearchPage } from '#app/modules/inbox/search/ui/search-page.tsx';
import { readSearchQuery, searchOf } from '#app/modules/inbox/search/ui/search-query.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readSearchQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, () => ctx.tx(async (tx) => ({ query, found: await searchTickets(tx, searchOf(query)), staff: await staffNames(tx) })));
}

/** What was found stands still while it is read, whatever moves in the inbox. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) => currentUrl.href !== nextUrl.href;

export default function Search() {
  const { query, found, staff } = useLoaderData<typeof loader>();
  return <SearchPage query={query} found={found} staff={staff} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
