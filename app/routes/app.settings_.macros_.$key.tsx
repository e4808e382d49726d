import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import { macroView, removeMacro, saveMacro } from '#app/modules/inbox/index.server.ts';
import { MacroPage } from '#app/modules/inbox/macros/ui/macro-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { key = '' } }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => macroView(ctx, staff?.id ?? null, key));
}

export async function action({ request, params: { key = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const form = await submittedForm(request);
    const by = staff?.id ?? null;
    return form.get('intent') === 'remove' ? removeMacro(ctx, { key, by }) : saveMacro(ctx, { key, form, by });
  });
}

export default function Macro() {
  return <MacroPage key={useParams()['key']} {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
