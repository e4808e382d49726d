import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { returnNoticesOn } from '#app/modules/notices/index.server.ts';
import { policyPage } from '#app/modules/returns/index.server.ts';
import { PolicyPage } from '#app/modules/returns/policy/ui/policy-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { policyAct } from '#app/wiring/policy-act.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, locale } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const notices = Object.values(await ctx.tx(returnNoticesOn));
    return { view: await policyPage(ctx, locale), mailsOff: notices.filter((on) => !on).length };
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => policyAct(ctx, { form: await submittedForm(request), by: staff?.id ?? null }));
}

export default function ReturnPolicy() {
  return <PolicyPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
