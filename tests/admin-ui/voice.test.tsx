// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { VoicePage } from '#app/modules/outbox/ui/voice-page.tsx';
import { voiceSetting } from '#app/modules/outbox/voice-setting.ts';
import { mounted } from './mounted.ts';
import { Stage } from './stage.tsx';

// Polaris asks while it is imported; this browser has no such question.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }) }));

const kinds = [
  { kind: 'notices.shipped', urgent: false },
  { kind: 'notices.delivered', urgent: true },
];
const { place, render, unmount } = mounted();

const show = (changes: Partial<typeof voiceSetting.initial> = {}, locale: 'en' | 'zh-CN' = 'en') =>
  render(
    <Stage locale={locale}>
      <VoicePage voice={{ value: { ...voiceSetting.initial, ...changes }, version: 1 }} kinds={kinds} />
    </Stage>,
  );
const checked = (label: string) => {
  const found = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  return [...place.querySelectorAll('input')].find(({ id }) => id === found?.htmlFor)?.checked;
};

describe('the page that says when messages leave', () => {
  it('ticks what is urgent: as the merchant decided, else as the kind is', async () => {
    await show({ urgent: { 'notices.shipped': true } });
    expect([checked('Shipped'), checked('Delivered')]).toEqual([true, true]);
    await unmount();
    await show({ urgent: { 'notices.delivered': false } });
    expect([checked('Shipped'), checked('Delivered')]).toEqual([false, false]);
  });

  it('asks for no way to keep quiet hours that there are none of', async () => {
    await show({ quietFrom: 9, quietUntil: 9 });
    expect(place.textContent).toContain('there are no quiet hours');
    expect(checked('Text messages and WhatsApp')).toBeUndefined();
  });

  it('speaks Chinese', async () => {
    await show({}, 'zh-CN');
    expect(place.textContent).toContain('免打扰时段');
    expect(place.textContent).not.toMatch(/Quiet|Pause|Urgent/);
  });
});
