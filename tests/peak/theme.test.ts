import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { metafieldsObject } from '#sandbox/storefront/liquid-objects.ts';
import { renderAppBlock } from '#sandbox/storefront/render-app-block.ts';
import { loadAppBlocks } from '#sandbox/storefront/theme-extensions.ts';
import { storefrontBanners } from '../../app/modules/peak/storefront-banners.ts';
import { profile } from './profiles.ts';

const blocks = loadAppBlocks(resolve('extensions'));
const planned = new Date('2026-11-20T12:00:00Z');
const plan = [profile({ banner: { on: true, text: { en: 'Busy & <bold>' } } }), profile({ id: 'sale', from: '2026-12-27', to: '2026-12-31', lastOrders: [] })];

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

async function show(time: string, { locale = 'en', country = 'DE', name = 'busy-time', profiles = plan } = {}): Promise<string> {
  vi.setSystemTime(new Date(time));
  const block = blocks.get(`aftercare-theme/${name}`);
  if (!block) throw new Error(`There is no block ${name}.`);
  const value = JSON.stringify(storefrontBanners(profiles, 'Europe/Berlin', planned));
  const app = { metafields: metafieldsObject([{ namespace: 'aftercare', key: 'busy_times', type: 'json', value }]) };
  const visit = { locale, localePrefix: '', path: '/', currency: 'EUR' };
  return renderAppBlock(block, {}, visit, { app, request: { locale: { iso_code: locale }, path: '/' }, localization: { country: { iso_code: country } } });
}

describe.each(['busy-time', 'busy-time-everywhere'])('the block %s in a theme', (name) => {
  it('shows itself from the first second to the last, whether or not the app runs', async () => {
    const shown = async (time: string) => (await show(time, { name })).includes('Busy');
    expect(await shown('2026-11-26T22:59:59Z')).toBe(false);
    expect(await shown('2026-11-26T23:00:00Z')).toBe(true);
    expect(await shown('2026-12-24T22:59:59Z')).toBe(true);
    expect(await shown('2026-12-24T23:00:00Z')).toBe(false);
  });

  it('leaves nothing of itself in the page where nothing is in force', async () => {
    expect((await show('2026-11-20T12:00:00Z', { name })).replace(/<[^>]*>/g, '').trim()).toBe('');
    expect(await show('2026-12-01T12:00:00Z', { name, profiles: [profile({ banner: { on: false, text: {} } })] })).not.toContain('aftercare-busy"');
  });

  it('speaks the visitor’s language, and of the last day for their country only', async () => {
    expect(await show('2026-12-01T12:00:00Z', { name, locale: 'fr', country: 'FR' })).toContain('Commandez au plus tard le mer. 16 décembre pour une livraison d’ici le jeu. 24 décembre.');
    expect(await show('2026-12-01T12:00:00Z', { name, locale: 'de-AT' })).toContain('bitte bis Sa., 19. Dezember bestellen');
    expect(await show('2026-12-17T12:00:00Z', { name, country: 'FR' })).not.toContain('Order by');
    expect(await show('2026-12-17T12:00:00Z', { name, country: 'DE' })).toContain('Order by Sat, December 19 for delivery by Thu, December 24.');
    expect(await show('2026-12-01T12:00:00Z', { name, country: 'JP' })).not.toContain('Order by');
    expect(await show('2026-12-01T12:00:00Z', { name, locale: 'nl' })).toContain('Busy &amp; &lt;bold&gt;');
  });
});

describe('what the theme is told', () => {
  it('is what is still to come, in seconds, and small: sixty countries in every language', () => {
    const countries = Array.from({ length: 60 }, (_, at) => ({ country: String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)), day: `2026-12-${10 + (at % 12)}` }));
    const told = storefrontBanners([profile({ lastOrders: countries }), profile({ id: 'past', from: '2026-01-01', to: '2026-01-02' })], 'UTC', planned);
    expect(told.profiles.map(({ from, until }) => [from, until])).toEqual([[Date.UTC(2026, 10, 27) / 1_000, Date.UTC(2026, 11, 25) / 1_000]]);
    expect(JSON.stringify(told).length).toBeLessThan(16_000);
  });
});
