import type { LoaderFunctionArgs } from '@remix-run/node';
import { theApp } from '#app/wiring/app.server.ts';

/** Shopify's own pages under `/auth/`: the library answers them by throwing a response; anything else is not here. */
export async function loader({ request }: LoaderFunctionArgs) {
  await theApp().shopify.answerAuthPage(request);
  throw new Response('Not found', { status: 404 });
}
