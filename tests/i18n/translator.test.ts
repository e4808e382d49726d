import { describe, expect, it } from 'vitest';
import { dateFormat } from '../../app/platform/i18n/date-format.ts';
import { createTranslator } from '../../app/platform/i18n/translator.ts';

const resources = {
  en: { greeting: 'Hello {{name}}', cart: { items_one: '{{count, number}} item', items_other: '{{count, number}} items' } },
  de: { greeting: 'Hallo {{name}}', cart: { items_one: '{{count, number}} Artikel', items_other: '{{count, number}} Artikel' } },
  ja: { greeting: '{{name}}さん、こんにちは', cart: { items_other: '{{count, number}}点' } },
};

describe('a translator', () => {
  it('chooses the plural form of its language and writes the number its way', () => {
    const en = createTranslator('en', resources);
    expect([en.t('cart.items', { count: 1 }), en.t('cart.items', { count: 1234 })]).toEqual(['1 item', '1,234 items']);
    expect(createTranslator('de', resources).t('cart.items', { count: 1234 })).toBe('1.234 Artikel');
    expect(createTranslator('ja', resources).t('cart.items', { count: 1 })).toBe('1点');
  });

  it('puts values in as they are: neither placeholders nor references inside them are followed', () => {
    const { t } = createTranslator('en', resources);
    expect(t('greeting', { name: '{{cart}} $t(cart.items) <b>' })).toBe('Hello {{cart}} $t(cart.items) <b>');
  });

  it('throws where a value is missing instead of showing a hole', () => {
    expect(() => createTranslator('en', resources).t('greeting')).toThrow(/value is missing/);
  });

  it('does not compile with a key that English does not have', () => {
    const { t } = createTranslator('en', resources);
    // @ts-expect-error there is no such key
    expect(() => t('gretting')).toThrow(/no text/);
    // @ts-expect-error a plural form is not a key
    expect(t('cart.items_one', { count: 1 })).toBe('1 item');
  });
});

describe('a date format', () => {
  it('tells the time of the place, in the language', () => {
    const at = new Date('2026-11-21T23:30:00Z');
    expect(dateFormat('en', 'Europe/Berlin').day(at)).toBe('Sunday, November 22');
    expect(dateFormat('de', 'America/New_York').moment(at)).toBe('21. Nov., 18:30');
    expect(dateFormat('de', 'Europe/Berlin').zoneName(at)).toBe('Mitteleuropäische Zeit');
  });
});
