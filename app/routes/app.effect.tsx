import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actOnHoldOut, effectReport } from '#app/modules/effect/index.server.ts';
import { releaseHeldOut } from '#app/modules/notices/index.server.ts';
import { EffectPage } from '#app/modules/effect/ui/effect-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ effect: await effectReport(ctx) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => actOnHoldOut(ctx, await submittedForm(request), { by: staff?.id ?? null, release: releaseHeldOut }));
}

export default function Effect() {
  return <EffectPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
