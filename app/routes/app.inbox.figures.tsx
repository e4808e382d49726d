import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { FiguresPage } from '#app/modules/inbox/figures/ui/figures-page.tsx';
import { readFiguresQuery } from '#app/modules/inbox/figures/ui/figures-query.ts';
import { inboxFigures } from '#app/modules/inbox/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readFiguresQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, () => inboxFigures(ctx, query));
}

/** Figures of weeks are not read again for every conversation that moves. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) => currentUrl.href !== nextUrl.href;

export default function Figures() {
  return <FiguresPage figures={useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
