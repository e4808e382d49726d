import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actOnKeeping, keepingSetting } from '#app/modules/inbox/index.server.ts';
import { KeepingPage } from '#app/modules/inbox/keeping/ui/keeping-page.tsx';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => ctx.tx((tx) => readSetting(tx, keepingSetting)));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => actOnKeeping(ctx, await submittedForm(request), { by: staff?.id ?? null }));
}

export default function Keeping() {
  return <KeepingPage keeping={useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
