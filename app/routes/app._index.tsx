import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { homeOverview, markSetup } from '#app/modules/home/index.server.ts';
import { HomePage } from '#app/modules/home/ui/home-page.tsx';
import { retryImport } from '#app/modules/orders/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { unknownIntent } from '#app/kernel/errors.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { config, shopify } = theApp();
  const { ctx } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const block = new URLSearchParams({ context: 'apps', template: 'page', addAppBlockId: `${config.shopify.apiKey}/track-order`, target: 'newAppsSection' });
    const places = {
      trackingPage: `${ctx.shop.primaryUrl}/apps/aftercare/track`,
      themeEditor: `shopify:admin/themes/current/editor?${block}`,
    };
    return { overview: await homeOverview(ctx), places };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const intent = (await submittedForm(request)).get('intent');
    const by = staff?.id ?? null;
    if (intent === 'dismiss-setup') await markSetup(ctx, { dismissed: true }, by);
    else if (intent === 'tracking-opened') await markSetup(ctx, { trackingPageOpened: true }, by);
    else if (intent === 'retry-import') await retryImport(ctx);
    else throw unknownIntent();
    return null;
  });
}

export default function Home() {
  const { overview, places } = useLoaderData<typeof loader>();
  return <HomePage overview={overview} places={places} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
