import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import { readReceiveForm, receiveUnits, receiveView, type WorkAnswer } from '#app/modules/returns/index.server.ts';
import { ReceivePage } from '#app/modules/returns/ui/processing/receive-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ ...(await receiveView(ctx, id)), actKey: randomUUID() }));
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async (): Promise<WorkAnswer> => {
    if (!isNumericId(id)) throw notFound('return');
    const form = readReceiveForm(await submittedForm(request));
    return 'invalid' in form ? { is: 'invalid', fields: form.invalid } : receiveUnits(ctx, { ...form, returnId: id, by: staff?.id ?? null });
  });
}

export default function Receive() {
  const { actKey, ...shown } = useLoaderData<typeof loader>();
  return <ReceivePage {...shown} actKey={actKey} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
