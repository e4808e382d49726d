import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { saveStaff, staffView } from '#app/modules/staff/index.server.ts';
import { StaffPage } from '#app/modules/staff/ui/staff-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => staffView(ctx, staff?.id ?? null));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const answer = await saveStaff(ctx, await submittedForm(request), staff?.id ?? null);
    return data(answer, { status: 'errors' in answer && answer.errors.form === 'notAllowed' ? 403 : 200 });
  });
}

export default function Staff() {
  return <StaffPage view={useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
