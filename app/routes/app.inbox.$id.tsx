import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actOnTicket, besideTicket, careView, openTicketPage, shownMessages } from '#app/modules/inbox/index.server.ts';
import { Beside } from '#app/modules/inbox/beside/ui/beside.tsx';
import { CarePanel } from '#app/modules/inbox/care/ui/care-panel.tsx';
import { TicketPage } from '#app/modules/inbox/ticket-page/ui/ticket-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { besideParts } from '#app/wiring/beside-parts.tsx';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const view = await openTicketPage(ctx, { id, staffId: staff?.id ?? null, most: shownMessages(request) });
    const [beside, care] = await Promise.all([besideTicket(ctx, view.ticket.id), careView(ctx, view.ticket.id)]);
    return { view, beside, care };
  });
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => data(await actOnTicket(ctx, { id, form: await submittedForm(request), staffId: staff?.id ?? null })));
}

export default function Ticket() {
  const { view, beside, care } = useLoaderData<typeof loader>();
  const aside = (
    <>
      <CarePanel view={care} />
      <Beside view={beside} parts={besideParts} />
    </>
  );
  return <TicketPage key={view.ticket.id} view={view} beside={aside} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
