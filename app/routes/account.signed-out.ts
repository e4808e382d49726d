import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerSignedOut } from '#app/modules/account-entry/index.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** Shopify signed a customer out too: back to the shop. */
export const loader = ({ request }: LoaderFunctionArgs): Promise<Response> => answerSignedOut(request, { contextOf: theApp().shops.contextOf });
