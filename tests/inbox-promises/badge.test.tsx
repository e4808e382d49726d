// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { after, minute, second } from '#app/kernel/time.ts';
import { PromiseBadge } from '#app/modules/inbox/promises/ui/promise-badge.tsx';
import { mounted } from '../admin-ui/mounted.ts';
import { Stage, stageNow } from '../admin-ui/stage.tsx';

// Polaris asks for it; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }) }));

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: stageNow }));
afterEach(() => void vi.useRealTimers());
const { place, render } = mounted();

const show = (dues: readonly number[], locale: 'en' | 'zh-CN' = 'en') =>
  render(
    <Stage locale={locale}>
      {dues.map((minutes) => (
        <p key={minutes}>
          <PromiseBadge dueAt={after(stageNow, minutes * minute)} />
        </p>
      ))}
    </Stage>,
  );
const pass = (milliseconds: number) => act(async () => void vi.advanceTimersByTime(milliseconds));
const shown = () => [...place.querySelectorAll('p')].map(({ textContent }) => textContent?.replace(/^(Critical|Warning)/, ''));

describe('the time that a promise has left', () => {
  it('is told in minutes within an hour, and in hours before', async () => {
    await show([12, 65, 0, -1, -59, -61]);
    expect(shown()).toEqual(['12 min left', '1 h 5 min left', 'Due just now', 'Late by 1 min', 'Late by 59 min', 'Late by 1 h 1 min']);
  });

  it('is told in Chinese', async () => {
    await show([12, -3], 'zh-CN');
    expect(place.textContent).toMatch(/剩余 12 分钟.*逾期 3 分钟/);
  });

  it('lags by ten seconds at most, in a page that stays open from one hour to the next too', async () => {
    await show([62]);
    await pass(60 * minute);
    await pass(70 * second);
    expect(shown()).toEqual(['1 min left']);
    await pass(60 * second);
    expect(shown()).toEqual(['Due just now']);
    await pass(50 * second);
    expect(shown()).toEqual(['Late by 1 min']);
  });
});
