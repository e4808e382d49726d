import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerLabel } from '#app/modules/labels/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

async function answer(request: Request): Promise<Response> {
  const { labelNeeds, shopify } = theApp();
  const proxy = await shopify.authenticateProxy(request);
  return answering(request, proxy.ctx.log, () => answerLabel(request, proxy, labelNeeds));
}

/** The label of a return, for whoever holds its key. */
export const loader = ({ request }: LoaderFunctionArgs) => answer(request);
export const action = ({ request }: ActionFunctionArgs) => answer(request);
