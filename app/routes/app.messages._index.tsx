import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listMessages, messageKinds, messagesOverview } from '#app/modules/outbox/index.server.ts';
import { MessagesPage } from '#app/modules/outbox/ui/messages-page.tsx';
import { isNarrowed, readMessagesQuery } from '#app/modules/outbox/ui/messages-query.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readMessagesQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, async () => ({
    query,
    kinds: await messageKinds(ctx),
    overview: isNarrowed(query) || query.after ? null : await messagesOverview(ctx),
    ...(await listMessages(ctx, {
      state: query.state ?? undefined,
      held: query.held ?? undefined,
      channel: query.channel ?? undefined,
      kind: query.kind ?? undefined,
      orderId: query.order ?? undefined,
      from: query.from ?? undefined,
      until: query.until ?? undefined,
      search: query.search,
      cursor: query.after,
    })),
  }));
}

export default function Messages() {
  return <MessagesPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
