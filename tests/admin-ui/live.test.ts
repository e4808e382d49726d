import { describe, expect, it, vi } from 'vitest';
import { liveStream } from '#app/ui/live/live-stream.server.ts';
import { onNotice, tellMissed, tellNotice } from '#app/ui/live/notices.ts';
import { readEvents } from '#app/ui/live/read-events.ts';
import { hear, waitBefore } from '#app/ui/live/use-live.ts';

function streamOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(stream) {
      for (const chunk of chunks) stream.enqueue(chunk);
      stream.close();
    },
  });
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('reading a stream of events', () => {
  it('finds the same events wherever the bytes are cut, and no heartbeat', async () => {
    const bytes = new TextEncoder().encode('retry: 2000\n\n: still here\n\ndata: {"id":"é"}\n\ndata: a\ndata: b\n\n: half');
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      expect(await all(readEvents(streamOf([bytes.slice(0, cut), bytes.slice(cut)])))).toEqual(['{"id":"é"}', 'a\nb']);
    }
  });

  it('lets the stream go when the reader stops early', async () => {
    const cancel = vi.fn();
    const endless = new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(new TextEncoder().encode('data: x\n\n')), cancel });
    for await (const _ of readEvents(endless)) break;
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe('a notice', () => {
  it('has the page read again, but where it only says who looks at what, or a screen took care of it', () => {
    expect([tellNotice('{"topic":"tickets","id":"7"}'), tellNotice('no notice'), tellNotice('{"topic":"presence","id":"7"}')]).toEqual([true, true, false]);
    const heard: unknown[] = [];
    const end = onNotice((notice) => (heard.push(notice), notice.id === '7'));
    expect([tellNotice('{"topic":"tickets","id":"7"}'), tellNotice('{"topic":"tickets","id":"8"}'), tellNotice('{"topic":"orders","id":null}')]).toEqual([false, true, true]);
    expect(tellMissed()).toBe(true);
    expect(heard.pop()).toEqual({ topic: 'missed', id: null });
    end();
    expect(tellNotice('{"topic":"tickets","id":"7"}')).toBe(true);
    expect(heard).toEqual([{ topic: 'tickets', id: '7' }, { topic: 'tickets', id: '8' }, { topic: 'orders', id: null }]);
  });
});

describe('the stream of a shop', () => {
  /** Notices on demand, and whether somebody still waits for them. */
  function notices() {
    const state = { signal: null as AbortSignal | null };
    async function* until(signal: AbortSignal) {
      state.signal = signal;
      yield { topic: 'orders', id: '5001' };
      if (!signal.aborted) await new Promise((done) => signal.addEventListener('abort', done));
    }
    return { state, until };
  }

  it('tells each notice with its topic and id and forbids caching', async () => {
    const answer = liveStream(new Request('https://app.example/live'), notices().until);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    if (!answer.body) throw new Error('no body');
    for await (const event of readEvents(answer.body)) {
      expect(JSON.parse(event)).toEqual({ topic: 'orders', id: '5001' });
      break;
    }
  });

  it('stops listening when the reader closes the stream', async () => {
    const { state, until } = notices();
    const reader = liveStream(new Request('https://app.example/live'), until).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await vi.waitFor(() => expect(state.signal?.aborted).toBe(true), { timeout: 10_000 });
  });

  it('stops listening when the request is aborted, and ends the stream', async () => {
    const { state, until } = notices();
    const gone = new AbortController();
    const { body } = liveStream(new Request('https://app.example/live', { signal: gone.signal }), until);
    const reading = body ? all(readEvents(body)) : Promise.resolve([]);
    gone.abort();
    await expect(reading).resolves.toBeDefined();
    expect(state.signal?.aborted).toBe(true);
  });
});

describe('coming back after a lost stream', () => {
  it('tells every screen that it may have missed something once the next stream listens, also where some did not open in between', async () => {
    const gone = new AbortController();
    const asked: string[] = [];
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
      asked.push(String(address));
      if (asked.length === 2) throw new TypeError('The server is on its way up.');
      return new Response(streamOf([]));
    });
    const [missed, tries]: [number[], boolean[]] = [[], []];
    const since = new Date('2026-11-22T10:00:00Z');
    const onTry = async (opened: boolean) => {
      if (tries.push(opened) === 3) gone.abort();
    };
    await hear(gone.signal, { since, readAgain: () => undefined, missed: () => void missed.push(asked.length), onTry });
    fetched.mockRestore();
    expect([tries, missed]).toEqual([[true, false, true], [3]]);
    expect(asked).toEqual(['/live?since=2026-11-22T10:00:00.000Z', '/live', '/live']);
  });

  it('waits longer each time, never more than 75 seconds, and not all tabs the same', () => {
    const steady = [0, 1, 2, 3, 10, 40].map((failures) => waitBefore(failures, 0.5));
    expect(steady).toEqual([1_000, 2_000, 4_000, 8_000, 60_000, 60_000]);
    expect(waitBefore(40, 1)).toBe(75_000);
    expect(waitBefore(0, 0)).toBeLessThan(waitBefore(0, 0.9));
  });
});
