import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Timeline } from '#app/modules/orders/ui/timeline.tsx';
import { returnDetail } from '#app/modules/returns/index.server.ts';
import { ReturnPage } from '#app/modules/returns/ui/return-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => returnDetail(ctx, id));
}

export default function Return() {
  const { view, story } = useLoaderData<typeof loader>();
  return <ReturnPage view={view} story={<Timeline entries={story} />} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
