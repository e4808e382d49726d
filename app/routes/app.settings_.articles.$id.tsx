import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useParams } from '@remix-run/react';
import { articleView, removeArticle, saveArticle } from '#app/modules/inbox/index.server.ts';
import { ArticlePage } from '#app/modules/inbox/macros/ui/article-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => articleView(ctx, id));
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const form = await submittedForm(request);
    return form.get('intent') === 'remove' ? removeArticle(ctx, id) : saveArticle(ctx, { id, form, by: staff?.id ?? null });
  });
}

export default function Article() {
  return <ArticlePage key={useParams()['id']} article={useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
