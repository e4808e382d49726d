import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound, unknownIntent } from '#app/kernel/errors.ts';
import { forgetSource, isSourceKey, saveSource, sourceViews, testSource } from '#app/modules/parcels/index.server.ts';
import { SourcesPage } from '#app/modules/parcels/ui/settings/sources-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { config, shopify } = theApp();
  const { ctx } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ sources: await ctx.tx((tx) => sourceViews(tx, config.shopify.appUrl)) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { sealer, shopify } = theApp();
  const { ctx, staff } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const form = await submittedForm(request);
    const source = String(form.get('source'));
    if (!isSourceKey(source)) throw notFound('source');
    switch (form.get('intent')) {
      case 'save':
        return saveSource(ctx, sealer, form, staff?.id ?? null);
      case 'test':
        return testSource(ctx, sealer, source);
      case 'remove':
        await forgetSource(ctx, source, staff?.id ?? null);
        return { forgotten: true as const };
      default:
        throw unknownIntent();
    }
  });
}

export default function Sources() {
  return <SourcesPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
