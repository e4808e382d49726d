import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

type Tree = { [key: string]: string | Tree };
const tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), tree])));

/** Finds a dotted key in a locale, falling back to the default locale; null when neither has it. */
export type Translate = (locale: string, key: string, values: Record<string, unknown>) => string | null;

/** Reads a theme's or an extension's `locales/` folder the way Shopify does: `xx.default.json`, `xx.json`, schema files apart. */
export function loadTranslations(dir: string, kind: 'storefront' | 'schema' = 'storefront'): Translate {
  const files = readdirSync(dir).filter((file) => file.endsWith('.json') && file.endsWith('.schema.json') === (kind === 'schema'));
  const locales = new Map<string, Tree>();
  let fallback: Tree = {};
  for (const file of files) {
    const strings = tree.parse(JSON.parse(readFileSync(join(dir, file), 'utf8')));
    const [locale = '', marker] = file.replace(/(\.schema)?\.json$/, '').split('.');
    locales.set(locale, strings);
    if (marker === 'default') fallback = strings;
  }
  return (locale, key, values) => {
    const own = locales.get(locale) ?? locales.get(locale.split('-')[0] ?? locale);
    const text = (own && find(own, key, locale, values)) ?? find(fallback, key, 'en', values);
    return text === null ? null : interpolate(text, values);
  };
}

function find(strings: Tree, key: string, locale: string, values: Record<string, unknown>): string | null {
  let node: string | Tree | undefined = strings;
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
  if (typeof node === 'object' && typeof values.count === 'number') {
    node = node[new Intl.PluralRules(locale).select(values.count)] ?? node.other;
  }
  return typeof node === 'string' ? node : null;
}

function interpolate(text: string, values: Record<string, unknown>): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
