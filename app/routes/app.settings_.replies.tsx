import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { repliesView, replySetting } from '#app/modules/inbox/index.server.ts';
import { RepliesPage } from '#app/modules/inbox/replies/ui/replies-page.tsx';
import { saveSetting } from '#app/modules/settings/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, locale } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => repliesView(ctx, locale));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveSetting(ctx, replySetting, await submittedForm(request), { by: staff?.id ?? null }));
}

export default function Replies() {
  return <RepliesPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
