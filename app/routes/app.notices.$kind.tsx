import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { actOnNotice, editWords, heldNotices, isNoticeKind, previewNotice, rulesView } from '#app/modules/notices/index.server.ts';
import { NoticePage } from '#app/modules/notices/ui/notice-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { customerLink } from '#app/wiring/customer-link.server.ts';

export async function loader({ request, params: { kind = '' } }: LoaderFunctionArgs) {
  const { shopify, transports } = theApp();
  const { ctx } = await shopify.authenticateAdmin(request);
  const query = new URL(request.url).searchParams;
  return answering(request, ctx.log, async () => {
    const notice = await previewNotice(ctx, { linkTo: (id) => customerLink(ctx, id) }, { kind, locale: query.get('language'), order: query.get('order'), situation: query.get('situation') });
    const ofNotice = isNoticeKind(kind) ? { rules: await rulesView(ctx, kind, { hasHouseSms: transports.sms !== null }), held: await heldNotices(ctx, kind) } : { rules: null, held: null };
    return { notice, editing: await editWords(ctx, kind, notice.locale), ...ofNotice, shopEmail: ctx.shop.email };
  });
}

export async function action({ request, params: { kind = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => actOnNotice(ctx, kind, await submittedForm(request), { linkTo: (id) => customerLink(ctx, id), by: staff?.id ?? null }));
}

export default function Notice() {
  const { notice, editing, rules, held, shopEmail } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  // Not by the order it is written about: the newest may be another while somebody writes.
  return <NoticePage key={`${notice.kind} ${notice.locale} ${query.get('order')} ${notice.situation}`} notice={notice} editing={editing} rules={rules} held={held} shopEmail={shopEmail} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
