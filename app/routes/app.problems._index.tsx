import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listProblems } from '#app/modules/problems/index.server.ts';
import { ProblemsPage } from '#app/modules/problems/ui/problems-page.tsx';
import { readProblemsQuery } from '#app/modules/problems/ui/problems-query.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readProblemsQuery(new URL(request.url).searchParams);
  const { state, kind, after } = query;
  return answering(request, ctx.log, async () => ({ query, ...(await listProblems(ctx, { state: state === 'all' ? null : state, kind }, after)) }));
}

export default function Problems() {
  return <ProblemsPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
