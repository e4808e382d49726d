import { writeReadableStreamToWritable } from '@remix-run/node';
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express';
import { Readable } from 'node:stream';

/** What takes a request and answers it, as the web's own types have it. */
type Door = (request: Request) => Promise<Response>;

interface Limits {
  /** Bytes of a body: what says that it is longer is not read, what turns out longer is not read on. Null where the door sees to it. */
  longest(req: ExpressRequest): number | null;
}

class TooLong extends Error {}

/** Serves a door to Express. A body beyond its limit is answered 413; an answer that says nothing about it is not kept by any cache. */
export function serveDoor(door: Door, { longest }: Limits): RequestHandler {
  return (req, res, next) => {
    const limit = longest(req) ?? Number.POSITIVE_INFINITY;
    if (Number(req.get('content-length') ?? 0) > limit) return refuse(res);
    const gone = new AbortController();
    res.once('close', () => {
      if (!res.writableFinished) gone.abort();
    });
    const request = toRequest(req, limit, gone);
    door(request)
      .then((answer) => (isTooLong(gone) ? refuse(res) : send(answer, request, req, res)))
      .catch((error: unknown) => (isTooLong(gone) ? refuse(res) : next(error)));
  };
}

const isTooLong = ({ signal }: AbortController): boolean => signal.reason instanceof TooLong;

function refuse(res: ExpressResponse): void {
  if (!res.headersSent) res.set('connection', 'close').sendStatus(413);
  else res.destroy();
}

function toRequest(req: ExpressRequest, limit: number, gone: AbortController): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) if (value !== undefined) headers.set(name, String(value));
  const port = portOf(req.get('x-forwarded-host')) ?? portOf(req.get('host')) ?? '';
  const body = req.method === 'GET' || req.method === 'HEAD' ? {} : { body: bodyOf(req, limit, gone), duplex: 'half' };
  return new Request(`${req.protocol}://${req.hostname}${port}${req.originalUrl}`, { method: req.method, headers, signal: gone.signal, ...body } as RequestInit);
}

const portOf = (host: string | undefined): string | undefined => /:\d+$/.exec(host ?? '')?.[0];

function bodyOf(req: ExpressRequest, limit: number, gone: AbortController): ReadableStream<Uint8Array> {
  const whole = Readable.toWeb(req) as ReadableStream<Uint8Array>;
  if (limit === Number.POSITIVE_INFINITY) return whole;
  let size = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, stream) {
      size += chunk.length;
      if (size <= limit) return stream.enqueue(chunk);
      const tooLong = new TooLong('The body is too long.');
      gone.abort(tooLong);
      stream.error(tooLong);
    },
  });
  // Were the rest cancelled, the connection would be gone before we could say why.
  return whole.pipeThrough(counted, { preventCancel: true });
}

async function send(answer: Response, request: Request, req: ExpressRequest, res: ExpressResponse): Promise<void> {
  res.status(answer.status);
  res.statusMessage = answer.statusText;
  answer.headers.forEach((value, name) => res.append(name, value));
  // Pages and their data hold people's names and addresses, and answers differ by who asks.
  if (!answer.headers.has('cache-control')) res.setHeader('cache-control', 'no-store');
  // A body that was given up half way leaves a connection on which nothing more can be said.
  if (request.bodyUsed && !req.complete) res.setHeader('connection', 'close');
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) res.flushHeaders();
  if (answer.body) await writeReadableStreamToWritable(answer.body, res);
  else res.end();
  // What was refused unread is read to its end all the same: the sender's next request comes behind it.
  if (!request.bodyUsed) await request.body?.pipeTo(new WritableStream()).catch(() => req.destroy());
}
