import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unknownIntent } from '#app/kernel/errors.ts';
import { latestEffect } from '#app/modules/effect/index.server.ts';
import { EffectLine } from '#app/modules/effect/ui/effect-line.tsx';
import { heldReasons, noticesOverview, switchNotice } from '#app/modules/notices/index.server.ts';
import { NoticesPage } from '#app/modules/notices/ui/notices-page.tsx';
import { HeldReasons } from '#app/modules/notices/ui/rules/held-reasons.tsx';
import { messagesOverview } from '#app/modules/outbox/index.server.ts';
import { OverviewCard } from '#app/modules/outbox/ui/overview-card.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ notices: await noticesOverview(ctx), overview: await messagesOverview(ctx), held: await heldReasons(ctx), effect: await latestEffect(ctx) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const form = await submittedForm(request);
    if (form.get('intent') !== 'switch') throw unknownIntent();
    return switchNotice(ctx, { kind: String(form.get('kind')), on: form.get('on') === 'true', by: staff?.id ?? null });
  });
}

export default function Notices() {
  const { notices, overview, held, effect } = useLoaderData<typeof loader>();
  const above = (
    <>
      <OverviewCard overview={overview} before={held.length > 0 && <HeldReasons reasons={held} />} />
      {effect && <EffectLine effect={effect} />}
    </>
  );
  return <NoticesPage notices={notices} overview={above} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
