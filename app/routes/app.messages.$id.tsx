import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unknownIntent } from '#app/kernel/errors.ts';
import { messageDetail, sendAgain, writeAgain } from '#app/modules/outbox/index.server.ts';
import { MessagePage } from '#app/modules/outbox/ui/message-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ message: await messageDetail(ctx, id) }));
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    switch ((await submittedForm(request)).get('intent')) {
      case 'send-again':
        await sendAgain(ctx, id);
        return { done: 'queued' as const };
      case 'write-again':
        await writeAgain(ctx, id, staff?.id ?? null);
        return { done: 'lifted' as const };
      default:
        throw unknownIntent();
    }
  });
}

export default function Message() {
  const { message } = useLoaderData<typeof loader>();
  return <MessagePage message={message} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
