import { describe, expect, it } from 'vitest';
import { gid, isNumericId, numericId } from '../../app/kernel/ids.ts';
import { acceptedLanguages, bestLocale, customerLocales, direction, languageName } from '../../app/kernel/locales.ts';
import { dayIn, isTimeZone, startOfDay } from '../../app/kernel/time.ts';

describe('ids', () => {
  it('turns numeric ids into global ones and back', () => {
    expect(numericId('Order', gid('Order', '5001'))).toBe('5001');
    expect(numericId('Location', 'gid://shopify/Location/7?inventory_item_id=1')).toBe('7');
  });
  it.each(['5001', 'gid://shopify/Customer/5001', 'gid://shopify/Order/x', ''])('refuses %j as an order', (value) => {
    expect(() => numericId('Order', value)).toThrow(/Not a Order id/);
  });
  it('takes only digits for an id in a URL', () => {
    expect(['1', '6000000000001', '', '1a', '../1', '-1'].map(isNumericId)).toEqual([true, true, false, false, false, false]);
  });
});

describe('locales', () => {
  it.each([
    [['de-AT'], 'de'],
    [['pt_BR'], 'pt-PT'],
    [['zh-TW'], 'zh-CN'],
    [['xx', 'fr-CA'], 'fr'],
    [[null, undefined, 'ja'], 'ja'],
    [['tlh'], 'en'],
  ])('answers %j with %s', (wishes, locale) => {
    expect(bestLocale(wishes, customerLocales)).toBe(locale);
  });
  it('reads Accept-Language by quality', () => {
    expect(acceptedLanguages('de;q=0.5, fr, *;q=0.1, es;q=0.8, en;q=0')).toEqual(['fr', 'es', 'de']);
    expect(acceptedLanguages(null)).toEqual([]);
  });

  it('are named in the language of their reader, and what is none as it stands', () => {
    expect([languageName('de', 'en'), languageName('fr', 'zh-CN'), languageName('en_US!', 'en')]).toEqual(['German', '法语', 'en_US!']);
  });
  it('knows which languages run right to left', () => {
    expect([direction('ar'), direction('he-IL'), direction('arn-CL'), direction('en')]).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });
});

describe('time in a place', () => {
  it('finds the day of a moment and the moment of a day, over a change of clocks', () => {
    expect(dayIn('Asia/Tokyo', new Date('2026-11-21T20:00:00Z'))).toBe('2026-11-22');
    expect(startOfDay('Europe/Berlin', '2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('America/Sao_Paulo', '2026-11-21').toISOString()).toBe('2026-11-21T03:00:00.000Z');
  });
  it('tells a time zone from a made-up one', () => {
    expect([isTimeZone('Europe/Berlin'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
  });
});
