import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unknownIntent } from '#app/kernel/errors.ts';
import { accessSetting } from '#app/modules/access/index.server.ts';
import { readSetting, saveSetting } from '#app/modules/settings/index.server.ts';
import { trackingPageSetting } from '#app/modules/tracking/index.server.ts';
import { TrackingSettingsPage } from '#app/modules/tracking/ui/settings/tracking-settings-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const read = await ctx.tx(async (tx) => ({ page: await readSetting(tx, trackingPageSetting), access: await readSetting(tx, accessSetting) }));
    return { ...read, storefront: `${ctx.shop.primaryUrl}/apps/aftercare/track` };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const form = await submittedForm(request);
    const by = staff?.id ?? null;
    if (form.get('intent') === 'save-page') return await saveSetting(ctx, trackingPageSetting, form, { by });
    if (form.get('intent') === 'save-access') return saveSetting(ctx, accessSetting, form, { by });
    throw unknownIntent();
  });
}

export default function TrackingSettings() {
  return <TrackingSettingsPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
