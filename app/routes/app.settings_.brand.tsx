import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { brandView, changeBrand } from '#app/modules/brand/index.server.ts';
import { BrandPage } from '#app/modules/brand/ui/brand-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, locale } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => brandView(ctx, locale));
}

export async function action({ request }: ActionFunctionArgs) {
  const { files, shopify } = theApp();
  const { ctx, staff, locale } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => changeBrand(ctx, await submittedForm(request), { files, by: staff?.id ?? null, locale }));
}

export default function Brand() {
  return <BrandPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
