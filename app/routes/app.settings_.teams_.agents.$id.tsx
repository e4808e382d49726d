import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notFound } from '#app/kernel/errors.ts';
import { readAgent, saveAgent } from '#app/modules/inbox/index.server.ts';
import { AgentPage } from '#app/modules/inbox/teams/ui/agent-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const found = await ctx.tx((tx) => readAgent(tx, id, { zone: ctx.shop.ianaTimezone, now: ctx.clock.now() }));
    if (!found) throw notFound('staff');
    return { id, name: found.name, agent: found.form };
  });
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveAgent(ctx, id, await submittedForm(request)));
}

export default function EditAgent() {
  return <AgentPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
