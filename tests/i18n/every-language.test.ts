import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adminLocales, customerLocales } from '../../app/kernel/locales.ts';
import type { Messages } from '../../app/platform/i18n/translator.ts';
import { narrowSign } from './narrow-sign.ts';

const root = join(import.meta.dirname, '../..');
const folders = globSync('app/**/i18n/en.json', { cwd: root }).map(dirname).sort();
const plural = /_(zero|one|two|few|many|other)$/;

function read(folder: string, locale: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (messages: Messages, path: string) => {
    for (const [key, value] of Object.entries(messages)) {
      if (typeof value === 'string') found.set(path + key, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(JSON.parse(readFileSync(join(root, folder, `${locale}.json`), 'utf8')), '');
  return found;
}

const localesIn = (folder: string) => globSync('*.json', { cwd: join(root, folder) }).map((file) => basename(file, '.json')).sort();
const meanings = (texts: Map<string, string>) => [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort();
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((found) => found[1] ?? ''))].sort();

/** What a language must say for counts people meet. */
function pluralForms(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))].sort();
}

it('texts are found at all', () => expect(folders).toContain('app/modules/tracking/i18n'));

describe.each(folders)('%s', (folder) => {
  const locales = localesIn(folder);
  const english = read(folder, 'en');

  it('speaks all the languages of its readers and no other', () => {
    expect([[...customerLocales].sort(), [...adminLocales].sort()]).toContainEqual(locales);
  });

  describe.each(locales)('%s', (locale) => {
    const texts = read(folder, locale);

    it('has exactly the keys English has', () => expect(meanings(texts)).toEqual(meanings(english)));

    if (locale === 'zh-CN' || locale === 'ja') it('has signs as wide as its words', () => expect([...texts].filter(([, text]) => narrowSign.test(text))).toEqual([]));

    it('has no empty text', () => expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]));

    it('asks for the same values as English', () => {
      const asked = (all: Map<string, string>) => {
        const byMeaning = new Map<string, string[]>();
        for (const [key, text] of all) {
          const meaning = key.replace(plural, '');
          byMeaning.set(meaning, [...new Set([...(byMeaning.get(meaning) ?? []), ...placeholders(text)])].sort());
        }
        return Object.fromEntries([...byMeaning].sort());
      };
      expect(asked(texts)).toEqual(asked(english));
    });

    it('has exactly the plural forms its grammar uses', () => {
      const forms = new Map<string, string[]>();
      for (const key of texts.keys()) {
        const form = plural.exec(key)?.[1];
        if (form) forms.set(key.replace(plural, ''), [...(forms.get(key.replace(plural, '')) ?? []), form].sort());
      }
      expect([...forms].filter(([, found]) => found.join() !== pluralForms(locale).join())).toEqual([]);
    });

    it('leaves no braces that are not a placeholder, and no markup', () => {
      expect([...texts].filter(([, text]) => /[{}<>]|\$t\(/.test(text.replace(/\{\{[^{}]+\}\}/g, '')))).toEqual([]);
    });
  });
});
