import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { changeMailboxes, mailboxesView } from '#app/modules/inbox/index.server.ts';
import { MailboxesPage } from '#app/modules/inbox/mailboxes/ui/mailboxes-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { config, houseAddress, sealer, shopify } = theApp();
  const { ctx } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => ctx.tx((tx) => mailboxesView(tx, sealer, { appUrl: config.shopify.appUrl, doorName: config.mailDoor?.name ?? null, clients: config.mailLogins, houseAddress })));
}

export async function action({ request }: ActionFunctionArgs) {
  const { config, sealer, shopify } = theApp();
  const { ctx, locale } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => changeMailboxes(ctx, await submittedForm(request), { sealer, allowInside: config.mail.allowInside, hasDoor: config.mailDoor !== null, clients: config.mailLogins, appUrl: config.shopify.appUrl, locale }));
}

export default function Mailboxes() {
  return <MailboxesPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
