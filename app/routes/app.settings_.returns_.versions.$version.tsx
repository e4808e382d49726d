import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { restoreVersion, versionPage } from '#app/modules/returns/index.server.ts';
import { VersionPage } from '#app/modules/returns/policy/ui/version-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { version = '' } }: LoaderFunctionArgs) {
  const { ctx, locale } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => versionPage(ctx, locale, version));
}

export async function action({ request, params: { version = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => restoreVersion(ctx, version, { form: await submittedForm(request), by: staff?.id ?? null }));
}

export default function PolicyVersion() {
  return <VersionPage view={useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
