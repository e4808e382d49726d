// @vitest-environment jsdom
import { act } from 'react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router-dom';
import { afterEach, expect, it, vi } from 'vitest';
import { AdminProvider } from '#app/ui/admin.tsx';
import { useLive } from '#app/ui/live/use-live.ts';
import { mounted } from './mounted.ts';

const { place, render } = mounted();

afterEach(() => vi.useRealTimers());

function Frame() {
  useLive();
  return <Outlet />;
}

const now = new Date('2026-11-21T12:00:00Z');
const shop = { domain: 'river-and-oak.myshopify.com', name: 'River & Oak', currency: 'USD', ianaTimezone: 'America/New_York' };
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

it('a page on its way is not begun anew by what is heard meanwhile, and read again once it is there', async () => {
  vi.useFakeTimers();
  const readings: { signal: AbortSignal; arrive: (text: string) => void }[] = [];
  const router = createMemoryRouter([
    {
      element: <AdminProvider locale="en" words={{}} shop={shop} now={now}><Frame /></AdminProvider>,
      children: [
        { index: true, element: 'home' },
        { path: 'slow', element: 'arrived', loader: ({ request }) => new Promise<string>((arrive) => readings.push({ signal: request.signal, arrive })) },
      ],
    },
  ]);
  let tell: (text: string) => void = () => undefined;
  vi.stubGlobal('fetch', async () => {
    const body = new ReadableStream<Uint8Array>({ start: (stream) => void (tell = (text) => stream.enqueue(new TextEncoder().encode(text))) });
    return new Response(body);
  });
  await render(<RouterProvider router={router} />);
  await act(async () => void router.navigate('/slow'));
  tell('data: {"topic":"tickets","id":"7"}\n\n');
  await pass(2_000);
  expect([readings.length, readings[0]?.signal.aborted, place.textContent]).toEqual([1, false, 'home']);

  await act(async () => readings[0]?.arrive(''));
  expect(place.textContent).toBe('arrived');
  await pass(1_000);
  expect(readings.length).toBe(2);
  await act(async () => readings[1]?.arrive(''));
  vi.unstubAllGlobals();
});

it('a page is read again though something changes all the time', async () => {
  vi.useFakeTimers();
  let readings = 0;
  const router = createMemoryRouter([
    {
      element: <AdminProvider locale="en" words={{}} shop={shop} now={now}><Frame /></AdminProvider>,
      children: [{ index: true, element: 'home', loader: () => (readings += 1) }],
    },
  ]);
  let tell: (text: string) => void = () => undefined;
  vi.stubGlobal('fetch', async () => new Response(new ReadableStream<Uint8Array>({ start: (stream) => void (tell = (text) => stream.enqueue(new TextEncoder().encode(text))) })));
  await render(<RouterProvider router={router} />);
  await pass(1_000);
  const before = readings;
  for (let at = 0; at < 60; at += 1) {
    tell(`data: {"topic":"tickets","id":"${at}"}\n\n`);
    await pass(200);
  }
  expect(readings - before).toBeGreaterThanOrEqual(2);
  expect(readings - before).toBeLessThan(6);
  vi.unstubAllGlobals();
});
