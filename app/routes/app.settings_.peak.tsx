import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayIn } from '#app/kernel/time.ts';
import { allCarriers } from '#app/modules/parcels/index.server.ts';
import { noticeKinds, previewNotice } from '#app/modules/notices/index.server.ts';
import { actOnPeak, peakPlan } from '#app/modules/peak/index.server.ts';
import { PeakPage } from '#app/modules/peak/ui/peak-page.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { countryCodes } from '#app/wiring/country-codes.server.ts';
import { customerLink } from '#app/wiring/customer-link.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ ...(await peakPlan(ctx)), countries: countryCodes, carriers: allCarriers(), kinds: [...noticeKinds], today: dayIn(ctx.shop.ianaTimezone, ctx.clock.now()) }));
}

export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  const showNotice = (asked: Parameters<typeof previewNotice>[2]) => previewNotice(ctx, { linkTo: (id) => customerLink(ctx, id) }, asked);
  return answering(request, ctx.log, async () => actOnPeak(ctx, await submittedForm(request), { by: staff?.id ?? null, showNotice }));
}

export default function Peak() {
  return <PeakPage {...useLoaderData<typeof loader>()} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
