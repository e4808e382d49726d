import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messageDetail } from '#app/modules/outbox/index.server.ts';
import { MessagePage } from '#app/modules/outbox/ui/message-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ message: await messageDetail(ctx, id) }));
}

export default function Message() {
  const { message } = useLoaderData<typeof loader>();
  return <MessagePage message={message} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
