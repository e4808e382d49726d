import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { decideTrouble, troubles } from '#app/modules/returns/index.server.ts';
import { AttentionPage } from '#app/modules/returns/ui/processing/attention-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { chainKinds } from '#app/wiring/chain-kinds.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ troubles: await troubles(ctx) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => decideTrouble(ctx, chainKinds, await submittedForm(request), staff?.id ?? null));
}

export default function Attention() {
  const shown = useLoaderData<typeof loader>();
  return <AttentionPage troubles={shown.troubles} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
