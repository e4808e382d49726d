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

/** A body up to this many bytes is read before the door opens: a stream would cost more than all that it carries. */
const short = 64 * 1024;

/**
 * Serves a door to Express. A body beyond its limit is answered 413; an answer that says nothing about it is not kept by any cache. An answer
 * that knows its length is sent in one piece.
 */
export function serveDoor(door: Door, { longest }: Limits): RequestHandler {
  return (req, res, next) => {
    const limit = longest(req) ?? Number.POSITIVE_INFINITY;
    if (Number(req.get('content-length') ?? 0) > limit) return refuse(res);
    const gone = new AbortController();
    res.once('close', () => {
      if (!res.writableFinished) gone.abort();
    });
    const serve = async () => {
      const request = toRequest(req, isShort(req, limit) ? await readShort(req) : bodyOf(req, limit, gone), gone);
      const answer = await door(request);
      return isTooLong(gone) ? refuse(res) : send(answer, request, req, res);
    };
    serve().catch((error: unknown) => {
      if (isTooLong(gone)) refuse(res);
      // Who left half way gets no answer.
      else if (req.errored) res.destroy();
      else next(error);
    });
  };
}

const isTooLong = ({ signal }: AbortController): boolean => signal.reason instanceof TooLong;

function refuse(res: ExpressResponse): void {
  if (!res.headersSent) res.set('connection', 'close').sendStatus(413);
  else res.destroy();
}

/** Says its length, which Node then holds it to. */
function isShort(req: ExpressRequest, limit: number): boolean {
  const length = req.get('content-length');
  return length !== undefined && Number(length) <= Math.min(short, limit);
}

async function readShort(req: ExpressRequest): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part);
  return Buffer.concat(parts);
}

function toRequest(req: ExpressRequest, content: Buffer | ReadableStream<Uint8Array>, gone: AbortController): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) if (value !== undefined) headers.set(name, String(value));
  const port = portOf(req.get('x-forwarded-host')) ?? portOf(req.get('host')) ?? '';
  const body = req.method === 'GET' || req.method === 'HEAD' ? {} : { body: content, duplex: 'half' };
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
  if (answer.headers.has('content-length')) res.end(Buffer.from(await answer.arrayBuffer()));
  else if (answer.body) await writeReadableStreamToWritable(answer.body, res);
  else res.end();
  // What was refused unread is read to its end all the same: the sender's next request comes behind it.
  if (!request.bodyUsed) await request.body?.pipeTo(new WritableStream()).catch(() => req.destroy());
}
