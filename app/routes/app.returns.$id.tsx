import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { randomUUID } from 'node:crypto';
import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { labelCard } from '#app/modules/labels/index.server.ts';
import { LabelCard } from '#app/modules/labels/ui/label-card.tsx';
import { Timeline } from '#app/modules/orders/ui/timeline.tsx';
import { actOnReturn, exchangeCard, readActForm, requestCard, returnDetail, troubles, type ActAnswer } from '#app/modules/returns/index.server.ts';
import { RequestCard } from '#app/modules/returns/requests/ui/request-card.tsx';
import { ExchangeCard } from '#app/modules/returns/exchanges/ui/exchange-card.tsx';
import { TroublesCard } from '#app/modules/returns/ui/processing/troubles-card.tsx';
import { ReturnPage } from '#app/modules/returns/ui/return-page.tsx';
import { SignalsCard } from '#app/modules/returns/ui/signals/signals-card.tsx';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { labelNeeds: { secrets }, shopify } = theApp();
  const { ctx, staff, locale } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const detail = await returnDetail(ctx, id, staff?.id);
    return { ...detail, asked: await requestCard(ctx, id, locale), exchange: await exchangeCard(ctx, detail.view), label: await labelCard(ctx, id, secrets[0]), waiting: await troubles(ctx, detail.view.orderId), actKey: randomUUID() };
  });
}

export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    if (!isNumericId(id)) throw notFound('return');
    const form = readActForm(await submittedForm(request));
    const answer: ActAnswer = 'invalid' in form ? { is: 'invalid', fields: form.invalid } : await actOnReturn(ctx, { ...form, returnId: id, by: staff?.id ?? null });
    return data(answer, { status: answer.is === 'forbidden' ? 403 : 200 });
  });
}

export default function Return() {
  const { exchange, story, buyer, asked, label, waiting, ...page } = useLoaderData<typeof loader>();
  const { view, mayAct, actKey } = page;
  return (
    <ReturnPage
      {...page}
      story={<Timeline entries={story} />}
      notice={<TroublesCard troubles={waiting} />}
      main={
        <>
          <RequestCard view={asked} />
          <ExchangeCard view={exchange} mayAct={mayAct} actKey={actKey} />
          <LabelCard view={label} mayAct={mayAct && (view.status === 'open' || view.status === 'requested')} />
        </>
      }
      aside={<SignalsCard buyer={buyer} />}
    />
  );
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
