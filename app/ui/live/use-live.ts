import { useNavigation, useRevalidator } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useAdmin } from '../admin.tsx';
import { useLatest } from '../use-answer.ts';
import { tellMissed, tellNotice } from './notices.ts';
import { readEvents } from './read-events.ts';
import { settling } from './settling.ts';

const settle = 400;
const pollEvery = 30_000;
const firstWait = 1_000;
const longestWait = 60_000;
/** After so many refusals in a row the stream is given up for polling; a later success takes over again. */
const triesBeforePolling = 3;

/**
 * Keeps the open screen true: reads the page's data again soon after a notice that no screen took care of, and when the tab comes back. `fetch` and
 * not EventSource, because App Bridge signs the former only. Where no stream holds, it polls.
 */
export function useLive(): void {
  const { openedAt } = useAdmin();
  const readAt = useRef<Date | null>(openedAt);
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  // A page on its way waits too: reading again would cut it off and begin it anew.
  const busy = useLatest(state === 'loading' || navigation.state !== 'idle');

  useEffect(() => {
    const gone = new AbortController();
    let failures = 0;

    const reading = settling(settle, () => {
      if (busy.current) reading.wish();
      else if (document.visibilityState === 'visible') revalidate();
    });
    const readAgain = reading.wish;
    const missed = () => {
      if (tellMissed()) readAgain();
    };
    const poll = setInterval(() => {
      if (failures >= triesBeforePolling) missed();
    }, pollEvery);
    document.addEventListener('visibilitychange', readAgain, { signal: gone.signal });

    void hear(gone.signal, {
      since: readAt.current,
      readAgain,
      missed,
      onTry: (opened) => {
        if (opened) readAt.current = null;
        failures = opened ? 0 : failures + 1;
        return pause(waitBefore(failures), gone.signal);
      },
    });

    return () => {
      gone.abort();
      reading.cancel();
      clearInterval(poll);
    };
  }, [revalidate, busy]);
}

/** How long to wait before the next try: doubling, up to a minute, a little uneven so that tabs do not come all at once. */
export function waitBefore(failures: number, chance = Math.random()): number {
  return Math.min(firstWait * 2 ** failures, longestWait) * (0.75 + chance / 2);
}

interface Hearing {
  /** When the page was made; null: it was read since. */
  since: Date | null;
  /** Something is to be read. */
  readAgain(): void;
  /** Something may have happened that was told to nobody. */
  missed(): void;
  /** A stream held and ended, or did not open: done once the next is to be tried. */
  onTry(opened: boolean): Promise<void>;
}

/** Hears one stream after the other until the signal aborts. */
export async function hear(signal: AbortSignal, { since, readAgain, missed, onTry }: Hearing): Promise<void> {
  let wasOpen = false;
  const onOpen = () => {
    // What happened between two streams was told to nobody: it is read once the next one listens, however long that took.
    if (wasOpen) missed();
    wasOpen = true;
  };
  while (!signal.aborted) {
    // What changed between the making of the page and the first stream is told by that stream.
    const opened = await listen(signal, { since: wasOpen ? null : since, onOpen, onEvent: readAgain }).catch(() => false);
    if (signal.aborted) return;
    await onTry(opened);
  }
}

interface Listening {
  since: Date | null;
  onOpen(): void;
  onEvent(): void;
}

async function listen(signal: AbortSignal, { since, onOpen, onEvent }: Listening): Promise<boolean> {
  const answer = await fetch(since ? `/live?since=${since.toISOString()}` : '/live', { signal, headers: { Accept: 'text/event-stream' } });
  if (!answer.ok || !answer.body) return false;
  onOpen();
  try {
    for await (const data of readEvents(answer.body)) if (tellNotice(data)) onEvent();
  } catch {
    // A stream that was cut still counts as one that held.
  }
  return true;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });
}
