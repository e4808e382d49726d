import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unknownIntent } from '#app/kernel/errors.ts';
import { closeProblem, problemDetail, reopenProblem } from '#app/modules/problems/index.server.ts';
import { ProblemPage } from '#app/modules/problems/ui/problem-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ problem: await problemDetail(ctx, id) }));
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const by = staff?.id ?? null;
    switch ((await submittedForm(request)).get('intent')) {
      case 'close':
        await closeProblem(ctx, id, by);
        return { turned: 'closed' as const };
      case 'reopen':
        await reopenProblem(ctx, id, by);
        return { turned: 'open' as const };
      default:
        throw unknownIntent();
    }
  });
}

export default function Problem() {
  const { problem } = useLoaderData<typeof loader>();
  return <ProblemPage problem={problem} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
