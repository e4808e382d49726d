import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ExpectedError } from '#app/kernel/errors.ts';
import { previewNotice, sendTestNotice } from '#app/modules/notices/index.server.ts';
import { NoticePage } from '#app/modules/notices/ui/notice-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { customerLink } from '#app/wiring/customer-link.server.ts';

export async function loader({ request, params: { kind = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = new URL(request.url).searchParams;
  return answering(request, ctx.log, async () => ({
    notice: await previewNotice(ctx, { linkTo: (id) => customerLink(ctx, id) }, { kind, locale: query.get('language'), order: query.get('order') }),
    shopEmail: ctx.shop.email,
  }));
}

export async function action({ request, params: { kind = '' } }: ActionFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const form = await submittedForm(request);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    if (text('intent') !== 'test') throw new ExpectedError('unknown_intent', 400, 'There is no such action.');
    const notice = await previewNotice(ctx, { linkTo: (id) => customerLink(ctx, id) }, { kind, locale: text('language'), order: text('order') || null });
    try {
      return await sendTestNotice(ctx, notice, text('to'));
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      return { refused: error.code === 'too_soon' ? ('tooSoon' as const) : ('invalid' as const) };
    }
  });
}

export default function Notice() {
  const { notice, shopEmail } = useLoaderData<typeof loader>();
  return <NoticePage key={`${notice.kind} ${notice.locale} ${notice.order}`} notice={notice} shopEmail={shopEmail} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
