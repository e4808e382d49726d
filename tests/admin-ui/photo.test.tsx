// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Photo } from '#app/modules/problems/ui/photo.tsx';
import { mounted } from './mounted.ts';
import { Stage } from './stage.tsx';

// Polaris asks while it is imported; this browser has no such question.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }) }));

const photo = { id: 'p1', width: 1_200, height: 900 };
const asked = vi.fn<typeof fetch>();
const revoked: string[] = [];
const { place, render } = mounted();

beforeEach(() => {
  Object.assign(globalThis, { fetch: asked });
  Object.assign(URL, { createObjectURL: () => 'blob:shown', revokeObjectURL: (url: string) => revoked.push(url) });
  revoked.length = 0;
  asked.mockReset();
});
const show = () =>
  render(
    <Stage>
      <Photo problemId="aa-bb" photo={photo} number={1} count={2} />
    </Stage>,
  );

describe('a customer’s photo', () => {
  it('is asked for with the sign-in of the frame and shown with its size and a name', async () => {
    asked.mockResolvedValue(new Response('bytes'));
    await show();
    expect(asked.mock.calls[0]?.[0]).toBe('/app/problems/aa-bb/photos/p1');
    const image = place.querySelector('img');
    expect([image?.getAttribute('src'), image?.width, image?.height, image?.alt]).toEqual(['blob:shown', 1_200, 900, 'Photo 1 of 2 from the customer']);
  });

  it('that could not be loaded says so and may be asked for again', async () => {
    asked.mockResolvedValueOnce(new Response('', { status: 500 })).mockResolvedValueOnce(new Response('bytes'));
    await show();
    expect(place.textContent).toContain('This photo could not be loaded.');
    const retry = [...place.querySelectorAll('button')].find((button) => button.textContent === 'Load again');
    await act(async () => retry?.click());
    expect(place.querySelector('img')?.getAttribute('src')).toBe('blob:shown');
  });

  it('gives the browser its memory back when it is left', async () => {
    asked.mockResolvedValue(new Response('bytes'));
    await show();
    await render(<Stage>{null}</Stage>);
    expect(revoked).toEqual(['blob:shown']);
  });
});
