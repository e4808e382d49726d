import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { theApp } from '#app/wiring/app.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) => theApp().sourceDoor(request, params.source ?? '');
export const action = ({ request, params }: ActionFunctionArgs) => theApp().sourceDoor(request, params.source ?? '');
