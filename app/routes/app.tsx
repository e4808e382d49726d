import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import polarisZh from '@shopify/polaris/locales/zh-CN.json' with { type: 'json' };
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import home from '#app/modules/home/i18n/en.json' with { type: 'json' };
import homeZh from '#app/modules/home/i18n/zh-CN.json' with { type: 'json' };
import notices from '#app/modules/notices/ui/i18n/en.json' with { type: 'json' };
import noticesZh from '#app/modules/notices/ui/i18n/zh-CN.json' with { type: 'json' };
import orders from '#app/modules/orders/ui/i18n/en.json' with { type: 'json' };
import ordersZh from '#app/modules/orders/ui/i18n/zh-CN.json' with { type: 'json' };
import messages from '#app/modules/outbox/ui/i18n/en.json' with { type: 'json' };
import messagesZh from '#app/modules/outbox/ui/i18n/zh-CN.json' with { type: 'json' };
import parcels from '#app/modules/parcels/ui/i18n/en.json' with { type: 'json' };
import parcelsZh from '#app/modules/parcels/ui/i18n/zh-CN.json' with { type: 'json' };
import report from '#app/modules/parcels/ui/report/i18n/en.json' with { type: 'json' };
import reportZh from '#app/modules/parcels/ui/report/i18n/zh-CN.json' with { type: 'json' };
import problems from '#app/modules/problems/ui/i18n/en.json' with { type: 'json' };
import problemsZh from '#app/modules/problems/ui/i18n/zh-CN.json' with { type: 'json' };
import promises from '#app/modules/promises/ui/i18n/en.json' with { type: 'json' };
import promisesZh from '#app/modules/promises/ui/i18n/zh-CN.json' with { type: 'json' };
import sending from '#app/modules/sending/ui/i18n/en.json' with { type: 'json' };
import sendingZh from '#app/modules/sending/ui/i18n/zh-CN.json' with { type: 'json' };
import settings from '#app/modules/settings/i18n/en.json' with { type: 'json' };
import settingsZh from '#app/modules/settings/i18n/zh-CN.json' with { type: 'json' };
import trackingSettings from '#app/modules/tracking/ui/settings/i18n/en.json' with { type: 'json' };
import trackingSettingsZh from '#app/modules/tracking/ui/settings/i18n/zh-CN.json' with { type: 'json' };
import { AdminApp } from '#app/ui/admin-app.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { Frame } from '#app/ui/frame.tsx';
import shell from '#app/ui/i18n/en.json' with { type: 'json' };
import shellZh from '#app/ui/i18n/zh-CN.json' with { type: 'json' };
import { theApp } from '#app/wiring/app.server.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: polarisStyles }];

/** The words travel with the document, in its one language: no other language and no dictionary code is loaded. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { config, clock, shopify } = theApp();
  const { ctx, locale } = await shopify.authenticateAdmin(request);
  const { domain, name, currency, ianaTimezone } = ctx.shop;
  const chinese = locale === 'zh-CN';
  return {
    apiKey: config.shopify.apiKey,
    locale,
    words: chinese
      ? { shell: shellZh, home: homeZh, orders: ordersZh, messages: messagesZh, notices: noticesZh, parcels: parcelsZh, problems: problemsZh, promises: promisesZh, report: reportZh, sending: sendingZh, settings: settingsZh, trackingSettings: trackingSettingsZh }
      : { shell, home, orders, messages, notices, parcels, problems, promises, report, sending, settings, trackingSettings },
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
