import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/kernel/errors.ts';
import { exportPerson } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** All that the inbox holds of one person, as a file to hand over, for those who may. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  const document = await answering(request, ctx.log, async () => {
    const found = await exportPerson(ctx, new URL(request.url).searchParams.get('contact') ?? '', staff?.id ?? null);
    if (!found) throw notFound('person');
    return found;
  });
  return new Response(JSON.stringify(document, null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="person.json"', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
}
