import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { theApp } from '#app/wiring/app.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) => theApp().inboxDoor(request, params.provider ?? '');
export const action = ({ request, params }: ActionFunctionArgs) => theApp().inboxDoor(request, params.provider ?? '');
