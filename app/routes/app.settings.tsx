import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ExpectedError, unknownIntent } from '#app/kernel/errors.ts';
import { sendTestMessage } from '#app/modules/outbox/index.server.ts';
import { listDataRequests, markDelivered } from '#app/modules/privacy/index.server.ts';
import { readSetting, saveSender, senderSetting } from '#app/modules/settings/index.server.ts';
import { SettingsPage } from '#app/modules/settings/ui/settings-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const [sender, dataRequests] = await Promise.all([ctx.tx((tx) => readSetting(tx, senderSetting)), listDataRequests(ctx)]);
    return { sender, dataRequests, shopEmail: ctx.shop.email };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff, locale } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const form = await submittedForm(request);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    switch (form.get('intent')) {
      case 'save-sender':
        return saveSender(ctx, form, staff?.id ?? null);
      case 'test-message':
        return testMessage(() => sendTestMessage(ctx, { to: text('to'), locale: text('locale') || locale }), text('to'));
      case 'mark-delivered':
        await markDelivered(ctx, text('id'));
        return null;
      default:
        throw unknownIntent();
    }
  });
}

async function testMessage(send: () => Promise<unknown>, to: string) {
  try {
    await send();
    return { queuedTo: to };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return error.code === 'too_soon' ? { retryAfter: Number(error.details.retryAfter) } : { invalid: 'email' as const };
  }
}

export default function Settings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
