// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { DeskFilters } from '#app/modules/inbox/desk/ui/desk-filters.tsx';
import { wholeDesk } from '#app/modules/inbox/desk/ui/desk-query.ts';
import { mounted } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';

/** How wide the screen is, in pixels. */
const screen = vi.hoisted(() => {
  const shown = { width: 390 };
  const edge = (media: string, side: 'min' | 'max') => Number(new RegExp(`${side}-width: ([\\d.]+)em`).exec(media)?.[1] ?? (side === 'min' ? 0 : 999)) * 16;
  const matchMedia = (media: string) => ({ media, matches: shown.width >= edge(media, 'min') && shown.width <= edge(media, 'max'), addListener: () => undefined, removeListener: () => undefined });
  Object.assign(globalThis.window, { matchMedia, ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } });
  return shown;
});

const { place, render } = mounted();

const show = () =>
  render(
    <Stage path="/app/inbox">
      <DeskFilters query={wholeDesk} tags={[]} colleagues={[]} staffId={null} busy={false} onChange={() => undefined} />
    </Stage>,
  );
const button = (name: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(name));

describe('the order of the list', () => {
  it('is chosen among the filters on a phone, where a field would lie over them', async () => {
    screen.width = 390;
    await show();
    expect([place.querySelector('select'), button('Newest first') !== undefined, button('Channel') !== undefined]).toEqual([null, true, true]);
  });

  it('is a field beside the filters where there is room', async () => {
    screen.width = 1_280;
    await show();
    expect([place.querySelector('select')?.value, button('Newest first')]).toEqual(['newest', undefined]);
  });
});
