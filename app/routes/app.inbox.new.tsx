import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { beginTicket } from '#app/modules/inbox/index.server.ts';
import { BeginPage } from '#app/modules/inbox/ticket-page/ui/begin-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  await theApp().shopify.authenticateAdmin(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const answer = await beginTicket(ctx, { form: await submittedForm(request), staffId: staff?.id ?? null });
    return answer.is === 'begun' ? redirect(`/app/inbox/${answer.ticketId}`) : answer;
  });
}

export default BeginPage;

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
