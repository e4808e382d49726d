import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { customerLocales } from '#app/kernel/locales.ts';
import { readRegisteredApp } from '#sandbox/registered-app.ts';

const file = z.object({
  api_version: z.string().optional(),
  extensions: z.array(z.object({ type: z.string(), handle: z.string(), uid: z.string(), targeting: z.array(z.object({ target: z.string(), module: z.string() })).default([]) })).default([]),
  uid: z.string().optional(),
});
const files = globSync('extensions/*/shopify.extension.toml').map((path) => ({ folder: dirname(path), ...file.parse(parse(readFileSync(path, 'utf8'))) }));
const interfaces = files.flatMap(({ folder, api_version, extensions }) => extensions.filter(({ type }) => type === 'ui_extension').map((extension) => ({ folder, api_version, ...extension })));
const isFullPage = (target: string) => /^customer-account(\.order)?\.page\.render$/.test(target);

describe('the extensions', () => {
  it('are those that the product promises', () => {
    expect(interfaces.flatMap(({ targeting }) => targeting.map(({ target }) => target)).sort()).toEqual([
      'admin.order-details.block.render',
      'customer-account.order-status.block.render',
      'customer-account.order.action.menu-item.render',
      'customer-account.order.page.render',
      'customer-account.profile.block.render',
    ]);
  });

  it('have ids and handles of their own, as short as Shopify allows', () => {
    const ids = files.flatMap(({ uid, extensions }) => [...(uid === undefined ? [] : [uid]), ...extensions.map((extension) => extension.uid)]);
    const handles = files.flatMap(({ extensions }) => extensions.map(({ handle }) => handle));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(handles).size).toBe(handles.length);
    expect(handles.filter((handle) => !/^[a-z0-9-]{1,30}$/.test(handle))).toEqual([]);
  });

  it('use one version of the API, that of the tester', () => {
    expect(new Set(interfaces.map(({ api_version }) => api_version))).toEqual(new Set(['2026-07']));
  });

  it('keep a full page apart from other targets, as Shopify demands', () => {
    const mixed = interfaces.filter(({ targeting }) => targeting.length > 1 && targeting.some(({ target }) => isFullPage(target)));
    expect(mixed).toEqual([]);
  });

  it("know the app's own address", () => {
    const { url } = readRegisteredApp('shopify.app.toml', { clientSecret: 'x' });
    expect(readFileSync('extensions/account/app-url.ts', 'utf8')).toContain(`'${url}'`);
  });

  it.each(interfaces.map(({ folder }) => [basename(folder), folder]))('%s has the same texts in every language it speaks', (_, folder) => {
    const texts = readdirSync(join(folder, 'locales')).map((name) => ({ name, keys: keysOf(JSON.parse(readFileSync(join(folder, 'locales', name), 'utf8'))) }));
    const languages = texts.map(({ name }) => name.replace(/(\.default)?\.json$/, ''));
    expect(new Set(languages)).toEqual(new Set(folder.endsWith('order-parcels') ? ['en', 'zh-CN'] : customerLocales));
    for (const { name, keys } of texts) expect(keys, name).toEqual(texts[0]?.keys);
  });
});

function keysOf(texts: unknown, prefix = ''): string[] {
  if (typeof texts !== 'object' || texts === null) return [prefix];
  return Object.entries(texts).flatMap(([key, value]) => keysOf(value, `${prefix}.${key}`)).sort();
}
