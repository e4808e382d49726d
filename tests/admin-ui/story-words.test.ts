import { describe, expect, it } from 'vitest';
import { refundMark } from '#app/kernel/refund-mark.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import { createFormats } from '#app/ui/formats.ts';
import { definitions } from '#app/modules/journal/entries.ts';
import { storyLine } from '#app/modules/orders/ui/story-line.ts';
import { byDay } from '#app/modules/orders/ui/timeline.tsx';
import type { useOrderWords } from '#app/modules/orders/ui/words.ts';
import en from '#app/modules/orders/ui/i18n/en.json' with { type: 'json' };
import zhCN from '#app/modules/orders/ui/i18n/zh-CN.json' with { type: 'json' };
import { everyEntry, orderStory } from './fixtures.ts';

const texts = { en, 'zh-CN': zhCN };
const now = new Date('2026-11-21T12:00:00Z');

function wordsIn(locale: 'en' | 'zh-CN'): ReturnType<typeof useOrderWords> {
  return {
    t: createTranslator(locale, texts).t,
    name: (group, value) => {
      const known = new Map<string, unknown>(Object.entries(Object.entries(texts[locale]).find(([key]) => key === group)?.[1] ?? {}));
      return String(known.get(value) ?? `?${value}`);
    },
  };
}

describe.each(['en', 'zh-CN'] as const)('the story in %s', (locale) => {
  const formats = createFormats({ locale, zone: 'America/New_York', now });

  it.each(Object.keys(definitions))('has words for %s', (type) => {
    const entry = Object.entries(everyEntry).find(([known]) => known === type)?.[1];
    if (!entry) throw new Error(`The fixtures have no entry of type ${type}.`);
    const { text, detail } = storyLine(entry, { words: wordsIn(locale), formats, locale });
    expect(text.trim()).not.toBe('');
    // A status, reason or channel without words of its own would show as `?value`.
    expect(`${text} ${detail ?? ''}`).not.toMatch(/[?{}]|undefined|null/);
  });
});

describe('a refund', () => {
  it.each([['en', '$20.00 refunded as store credit'], ['zh-CN', '已以商店余额退款 US$20.00']] as const)('says in %s that it went out as store credit', (locale, text) => {
    const formats = createFormats({ locale, zone: 'America/New_York', now });
    const entry = everyEntry['refund.created'];
    expect(storyLine({ ...entry, data: { ...entry.data, asCredit: true } }, { words: wordsIn(locale), formats, locale }).text).toBe(text);
  });

  it('shows its note, and not the mark by which the app knows its own', () => {
    const formats = createFormats({ locale: 'en', zone: 'America/New_York', now });
    const entry = everyEntry['refund.created'];
    const told = (note: string) => storyLine({ ...entry, data: { ...entry.data, note } }, { words: wordsIn('en'), formats, locale: 'en' }).detail;
    expect([told('Broken lid'), told(refundMark('7d0f7c3e-5b3a-4a53-9d0c-0f1f0c7d2a11'))]).toEqual(['Broken lid', 'Given in Aftercare']);
  });
});

describe('a scan', () => {
  it.each([['en', 'Newark, United States'], ['zh-CN', 'Newark，美国']] as const)('names its country in %s', (locale, place) => {
    const formats = createFormats({ locale, zone: 'America/New_York', now });
    expect(storyLine(everyEntry['shipment.scanned'], { words: wordsIn(locale), formats, locale }).detail).toContain(place);
  });
});

describe('the timeline', () => {
  it('puts a line under the day it was in the shop, newest first', () => {
    const { dayKey } = createFormats({ locale: 'en', zone: 'America/New_York', now });
    const days = byDay(orderStory.timeline, dayKey);
    expect(days.map(({ key }) => key)).toEqual(['2026-11-21', '2026-11-19', '2026-11-18']);
    // 04:30 UTC on the 20th is still the evening of the 19th in New York.
    expect(days[1]?.entries.map(({ type }) => type)[0]).toBe('shipment.scanned');
  });

  it('calls days by name where they are near, and dates others, with the year only where it differs', () => {
    const { day } = createFormats({ locale: 'en', zone: 'America/New_York', now });
    expect([day(now), day(new Date('2026-11-20T15:00:00Z')), day(new Date('2026-11-10T15:00:00Z')), day(new Date('2025-03-02T15:00:00Z'))]).toEqual([
      'Today',
      'Yesterday',
      'Tue, Nov 10',
      'Mar 2, 2025',
    ]);
    expect(createFormats({ locale: 'zh-CN', zone: 'Asia/Shanghai', now }).day(now)).toBe('今天');
  });
});
