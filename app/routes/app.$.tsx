import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/kernel/errors.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** Any other address of the admin: not found, with the navigation still there. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    throw notFound('page');
  });
}

export default function Nowhere() {
  return null;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
