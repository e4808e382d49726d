import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { changeSending, sendingView } from '#app/modules/sending/index.server.ts';
import { SendingPage } from '#app/modules/sending/ui/sending-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { config, houseAddress, sealer, shopify, spfHost, transports } = theApp();
  const { ctx } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => ctx.tx((tx) => sendingView(tx, sealer, { appUrl: config.shopify.appUrl, houseAddress, hasHouseSms: transports.sms !== null, spfHost })));
}

export async function action({ request }: ActionFunctionArgs) {
  const { config, dns, sealer, shopify, spfHost } = theApp();
  const { ctx, staff } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => changeSending(ctx, await submittedForm(request), { sealer, dns, spfHost, allowInside: config.mail.allowInside, by: staff?.id ?? null }));
}

export default function Sending() {
  return <SendingPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
