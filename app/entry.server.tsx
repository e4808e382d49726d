import { createReadableStreamFromReadable, type ActionFunctionArgs, type EntryContext, type LoaderFunctionArgs } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { PassThrough } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { theApp } from '#app/wiring/app.server.ts';

/** How long data that a page streams may take; what is not there then fails in the browser, where it can be asked for again. */
export const streamTimeout = 5_000;

/** Renders a document: people get it as it comes, robots when it is whole. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  const { shopify, log } = theApp();
  shopify.addDocumentHeaders(request, headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const waitForAll = isbot(request.headers.get('user-agent') ?? '');

  return new Promise((answer, fail) => {
    let started = false;
    let code = status;
    const send = () => {
      started = true;
      const body = new PassThrough();
      answer(new Response(createReadableStreamFromReadable(body), { status: code, headers }));
      stream.pipe(body);
    };
    const stream = renderToPipeableStream(<RemixServer context={context} url={request.url} abortDelay={streamTimeout} />, {
      ...(waitForAll ? { onAllReady: send } : { onShellReady: send }),
      onShellError: fail,
      onError(error) {
        code = 500;
        if (request.signal.aborted) return;
        // Before the shell is sent, Remix renders the error page and reports the error itself.
        if (started) log.error({ error, path: new URL(request.url).pathname }, 'a page broke while it was sent');
      },
    });
    // A little later than the data, so that its errors still reach the page.
    const timer = setTimeout(() => stream.abort(), streamTimeout + 1_000);
    timer.unref();
    request.signal.addEventListener('abort', () => stream.abort(), { once: true });
  });
}

/** What routes throw unexpectedly; a visitor who left is not an error. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  theApp().log.error({ error, reference: request.headers.get('x-request-id'), path: new URL(request.url).pathname }, 'a route failed');
}
