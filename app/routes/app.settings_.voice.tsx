import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { kindTerms, noticeKinds } from '#app/modules/notices/index.server.ts';
import { voiceSetting } from '#app/modules/outbox/index.server.ts';
import { VoicePage } from '#app/modules/outbox/ui/voice-page.tsx';
import { readSetting, saveSetting } from '#app/modules/settings/index.server.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({
    voice: await ctx.tx((tx) => readSetting(tx, voiceSetting)),
    kinds: noticeKinds.map((kind) => ({ kind: `notices.${kind}`, urgent: kindTerms[kind].urgent })),
  }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => saveSetting(ctx, voiceSetting, await submittedForm(request), { by: staff?.id ?? null }));
}

export default function VoiceSettings() {
  return <VoicePage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
