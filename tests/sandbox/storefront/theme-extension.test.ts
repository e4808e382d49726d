import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAppBlocks } from '#sandbox/storefront/theme-extensions.ts';

const dir = fileURLToPath(new URL('../../../extensions/aftercare-theme', import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(join(dir, path), 'utf8'));
const locales = readdirSync(join(dir, 'locales'));

function keys(tree: unknown, prefix = ''): string[] {
  if (typeof tree !== 'object' || tree === null) return [prefix];
  return Object.entries(tree).flatMap(([key, value]) => keys(value, prefix ? `${prefix}.${key}` : key));
}

describe('the theme app extension', () => {
  it('holds only what Shopify allows in one', () => {
    expect(readdirSync(dir).filter((name) => !['assets', 'blocks', 'locales', 'snippets', 'shopify.extension.toml'].includes(name))).toEqual([]);
    expect(readdirSync(join(dir, 'assets')).every((name) => /\.(css|js|json|jpe?g|png|svg|wasm)$/.test(name))).toBe(true);
  });

  it('costs a storefront less than 10 KB of CSS and no script', () => {
    const sizes = readdirSync(join(dir, 'assets')).map((name) => statSync(join(dir, 'assets', name)).size);
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(10_240);
    for (const block of loadAppBlocks(join(dir, '..')).values()) expect(block.javascript).toBeNull();
  });

  it.each(locales.filter((file) => !file.includes('schema')))('says everything in %s', (file) => {
    expect(keys(read(`locales/${file}`)).sort()).toEqual(keys(read('locales/en.default.json')).sort());
  });

  it.each(locales.filter((file) => file.includes('schema')))('names every setting in %s', (file) => {
    const named = new Set(keys(read(`locales/${file}`)));
    const used = readdirSync(join(dir, 'blocks')).flatMap((name) => [...readFileSync(join(dir, 'blocks', name), 'utf8').matchAll(/"t:([\w.]+)"/g)].map((match) => match[1] ?? ''));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((key) => !named.has(key))).toEqual([]);
  });

  it('uses only words that exist', () => {
    const words = new Set(keys(read('locales/en.default.json')));
    const used = readdirSync(join(dir, 'blocks')).flatMap((name) => [...readFileSync(join(dir, 'blocks', name), 'utf8').matchAll(/'([a-z_.]+)' \| t\b/g)].map((match) => match[1] ?? ''));
    expect(new Set(used)).toEqual(words);
  });
});
