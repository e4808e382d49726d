import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readDeskQuery } from '#app/modules/inbox/desk/ui/desk-query.ts';
import { DeskPage } from '#app/modules/inbox/desk/ui/desk-page.tsx';
import { actOnDesk, deskPage } from '#app/modules/inbox/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  const query = readDeskQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, async () => ({ query, desk: await deskPage(ctx, query, staff?.id ?? null) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => actOnDesk(ctx, { form: await submittedForm(request), staffId: staff?.id ?? null }));
}

export default function Inbox() {
  const { query, desk } = useLoaderData<typeof loader>();
  return <DeskPage query={query} desk={desk} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
