import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { returnFigures } from '#app/modules/returns/index.server.ts';
import { FiguresPage } from '#app/modules/returns/ui/figures/figures-page.tsx';
import { readFiguresQuery } from '#app/modules/returns/ui/figures/figures-query.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const months = readFiguresQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, () => returnFigures(ctx, months));
}

/** Figures of months are not read again for every return that moves. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) => currentUrl.href !== nextUrl.href;

export default function Figures() {
  return <FiguresPage figures={useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
