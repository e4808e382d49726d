import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { theApp } from '#app/wiring/app.server.ts';

export const loader = ({ request }: LoaderFunctionArgs) => theApp().webhookDoor(request);
export const action = ({ request }: ActionFunctionArgs) => theApp().webhookDoor(request);
