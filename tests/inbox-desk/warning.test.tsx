// @vitest-environment jsdom
import { act } from 'react';
import { useLocation } from '@remix-run/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { tellMissed, tellNotice } from '#app/ui/live/notices.ts';
import { useWaiting } from '#app/ui/use-waiting.ts';
import { mounted } from '../admin-ui/mounted.ts';
import { Stage, stageNow } from '../admin-ui/stage.tsx';

// Polaris asks for it; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }) }));

/** What the server says is soon broken. */
let warned: { id: number; subject: string; promise: string; dueAt: Date }[] = [];
let said: { words: string; open(): void }[] = [];
const soon = (id: number, minutes: number) => ({ id, subject: `Parcel ${id}`, promise: 'first_reply', dueAt: new Date(stageNow.getTime() + minutes * minute) });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  [warned, said] = [[], []];
  const shopify = { toast: { show: (words: string, { onAction }: { onAction(): void }) => String(said.push({ words, open: onAction })), hide: () => undefined } };
  Object.assign(globalThis, { shopify, fetch: async () => Response.json({ count: 0, newest: null, told: null, warned }) });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'shopify');
  vi.useRealTimers();
});
const { place, render } = mounted();

function Window() {
  useWaiting();
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}
const open = (path: string) => render(<Stage path={path}><Window /></Stage>);
/** The server has something to say; what it warns of is these from now on. */
const hear = (...now: typeof warned) => heard(() => tellNotice(JSON.stringify({ topic: 'tickets', id: '7' })), now);
const heard = (tell: () => boolean, now: typeof warned) =>
  act(async () => {
    warned = now;
    tell();
    await vi.advanceTimersByTimeAsync(1_500);
  });
const words = () => said.map((one) => one.words);

describe('a promise that is soon broken', () => {
  it('is told once on whatever page somebody is, with its time, and leads to its conversation', async () => {
    await open('/app/orders');
    await hear(soon(7, 12));
    await hear(soon(7, 12));
    expect(words()).toEqual(['Due in 12 min: Parcel 7']);
    await act(async () => said[0]?.open());
    expect(place.querySelector('output')?.textContent).toBe('/app/inbox/7');
  });

  it('is told where it was warned of while nothing could be heard, as soon as that is known', async () => {
    await open('/app/orders');
    await heard(tellMissed, [soon(7, 12)]);
    expect(words()).toEqual(['Due in 12 min: Parcel 7']);
  });

  it('is told though something changes all the time', async () => {
    await open('/app/orders');
    warned = [soon(7, 12)];
    for (let at = 0; at < 20; at += 1) {
      await act(async () => {
        tellNotice(JSON.stringify({ topic: 'tickets', id: String(at) }));
        await vi.advanceTimersByTimeAsync(500);
      });
    }
    expect(words()).toEqual(['Due in 12 min: Parcel 7']);
  });

  it('is told with others that are warned of at once, and leads to all that is owed', async () => {
    await open('/app/inbox');
    await hear(soon(7, 12), soon(8, 100));
    expect(words()).toEqual(['2 promises are soon due']);
    await act(async () => said[0]?.open());
    expect(place.querySelector('output')?.textContent).toBe('/app/inbox?view=due');
  });

  it('is not told to who looks at it, nor what was warned of before the window was opened', async () => {
    warned = [soon(8, 30)];
    await open('/app/inbox/7');
    await hear(soon(7, 12), soon(8, 30));
    expect(words()).toEqual([]);
    await hear(soon(7, 12), soon(8, 30), soon(9, 100));
    expect(words()).toEqual(['Due in 1 h 40 min: Parcel 9']);
  });
});
