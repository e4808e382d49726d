import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actOnTicket, besideInList, besideTicket, openTicketPage, shownMessages, ticketNumber } from '#app/modules/inbox/index.server.ts';
import { Beside } from '#app/modules/inbox/beside/ui/beside.tsx';
import { CarePanel } from '#app/modules/inbox/care/ui/care-panel.tsx';
import { WalkProvider } from '#app/modules/inbox/ticket-page/ui/walk.tsx';
import { TicketPage } from '#app/modules/inbox/ticket-page/ui/ticket-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { besideParts } from '#app/wiring/beside-parts.tsx';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { houseAddress, shopify } = theApp();
  const { ctx, staff } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const ticketId = ticketNumber(id);
    const [opened, beside, inList] = await Promise.all([
      openTicketPage(ctx, { ticketId, staffId: staff?.id ?? null, most: shownMessages(request), houseAddress }),
      besideTicket(ctx, ticketId),
      besideInList(ctx, { ticketId, address: new URL(request.url).searchParams, staffId: staff?.id ?? null }),
    ]);
    return { ...opened, beside, inList };
  });
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => data(await actOnTicket(ctx, { id, form: await submittedForm(request), staffId: staff?.id ?? null })));
}

export default function Ticket() {
  const { view, beside, care, inList, leaving } = useLoaderData<typeof loader>();
  const aside = (
    <Beside view={beside} parts={besideParts}>
      <CarePanel view={care} />
    </Beside>
  );
  return (
    <WalkProvider ticketId={view.ticket.id} beside={inList}>
      <TicketPage key={view.ticket.id} view={view} leaving={leaving} beside={aside} />
    </WalkProvider>
  );
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
