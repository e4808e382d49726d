import { minute, second } from '#app/kernel/time.ts';

const heartbeatEvery = 20 * second;
/** Then the browser comes back with a fresh sign-in: a stream never outlives a dismissed staff member for long. */
const longestLife = 10 * minute;

interface Notice {
  topic: string;
  id?: string;
}

/** Streams notices as server-sent events until the reader is gone, with heartbeats that keep proxies awake. */
export function liveStream(request: Request, noticesUntil: (signal: AbortSignal) => AsyncIterable<Notice>): Response {
  const gone = new AbortController();
  const end = () => gone.abort();
  const encoder = new TextEncoder();
  let timers: NodeJS.Timeout[] = [];

  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      const send = (text: string) => {
        // The request is asked each time: its signal alone may be collected before it fires.
        if (request.signal.aborted) end();
        if (!gone.signal.aborted) stream.enqueue(encoder.encode(text));
      };
      if (request.signal.aborted) end();
      request.signal.addEventListener('abort', end, { once: true });
      timers = [setInterval(() => send(': still here\n\n'), heartbeatEvery), setTimeout(end, longestLife)];
      send('retry: 2000\n\n');
      void forward(send).finally(() => {
        timers.forEach(clearTimeout);
        request.signal.removeEventListener('abort', end);
        try {
          stream.close();
        } catch {
          // The reader cancelled: the stream is closed already.
        }
      });
    },
    cancel: end,
  });

  async function forward(send: (text: string) => void): Promise<void> {
    for await (const { topic, id } of noticesUntil(gone.signal)) {
      send(`data: ${JSON.stringify({ topic, id: id ?? null })}\n\n`);
    }
  }

  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' },
  });
}
