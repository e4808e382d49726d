import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { hoursSetting, type OpenHours } from '#app/modules/hours/index.server.ts';
import { promiseSetting } from '#app/modules/inbox/index.server.ts';
import { publishedPromise } from '#app/modules/inbox/promises/published-promise.ts';

const usual = promiseSetting.initial;
const now = new Date('2026-11-23T09:00:00Z');
const berlin: OpenHours = { ...hoursSetting.initial, zone: 'Europe/Berlin' };
const told = (promises = usual, locale = 'en', hours = berlin) => publishedPromise(promises, hours, { channel: 'email', wishes: [locale], now });

describe('what customers read of a first reply', () => {
  it('says the time and the hours by which it is measured', () => {
    expect(told()).toBe('We usually answer within 8 business hours. We are here Mon–Fri 09:00–17:00 (Central European Time).');
    const saturday: OpenHours = { ...berlin, week: [...berlin.week.slice(0, 4), [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '15:00' }], [{ from: '10:00', to: '12:00' }], []] };
    expect(told(usual, 'de', saturday)).toBe('Wir antworten in der Regel innerhalb von 8 Geschäftsstunden. Wir sind da: Mo–Do 09:00–17:00, Fr 09:00–12:00, 13:00–15:00, Sa 10:00–12:00 (Mitteleuropäische Zeit).');
  });

  it.each(['zh-CN', 'ja'])('has signs as wide as its words in %s', (locale) => {
    const uneven: OpenHours = { ...berlin, week: [...berlin.week.slice(0, 4), [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '15:00' }], [{ from: '10:00', to: '12:00' }], []] };
    expect(told(usual, locale, uneven)).toMatch(/09:00–12:00\u300113:00–15:00[\uff0c\uff0f]\S+ 10:00–12:00\uff08\S+\uff09\u3002$/);
    expect(told(usual, locale, uneven)).not.toMatch(/[,;!?()]|:(?!\d\d)/);
  });

  it('names no hours where every hour counts', () => {
    expect(told({ ...usual, email: { ...usual.email, first_reply: 90, counts: 'always' } })).toBe('We usually answer within 90 minutes, at any time.');
  });

  it('is nothing where nothing is promised, or nothing is to be told', () => {
    expect(told({ ...usual, published: false })).toBeNull();
    expect(told({ ...usual, email: { ...usual.email, first_reply: null } })).toBeNull();
  });

  it.each(customerLocales)('is said in %s', (locale) => {
    expect(told(usual, locale)).toContain('8');
    expect(customerLocales.filter((other) => told(usual, other) === told(usual, locale))).toEqual([locale]);
  });
});
