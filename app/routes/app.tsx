import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import polarisZh from '@shopify/polaris/locales/zh-CN.json' with { type: 'json' };
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import { noteStaff } from '#app/modules/staff/index.server.ts';
import { AdminApp } from '#app/ui/admin-app.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { Frame } from '#app/ui/frame.tsx';
import { adminWords } from '#app/wiring/admin-words.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: polarisStyles }];

/** The words travel with the document, in its one language: no other language and no dictionary code is loaded. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { config, clock, shopify } = theApp();
  const { ctx, locale, staff, whoIsAsking } = await shopify.authenticateAdmin(request);
  if (staff) await noteStaff(ctx, staff.id, whoIsAsking);
  const { domain, name, currency, ianaTimezone } = ctx.shop;
  const chinese = locale === 'zh-CN';
  return {
    apiKey: config.shopify.apiKey,
    locale,
    words: adminWords[locale],
    polaris: chinese ? polarisZh : null,
    shop: { domain, name, currency, ianaTimezone },
    now: clock.now(),
  };
}

/** Nothing here changes while the app is open; later requests no longer say the admin's language. */
export const shouldRevalidate = () => false;

export default function App() {
  return (
    <AdminApp {...useLoaderData<typeof loader>()}>
      <Frame />
    </AdminApp>
  );
}

export const headers = adminHeaders;
export { RootError as ErrorBoundary } from '#app/ui/root-error.tsx';
