import { describe, expect, it } from 'vitest';
import { brandOf, brandSetting } from '#app/modules/brand/index.server.ts';
import { BrandPage } from '#app/modules/brand/ui/brand-page.tsx';
import { sampleMail } from '../../app/modules/brand/sample-mail.server.tsx';
import { render, textOf } from '../admin-ui/stage.tsx';

const value = { ...brandSetting.initial, links: [{ network: 'instagram' as const, url: 'https://instagram.com/river' }] };
const shop = { name: 'River & Oak', primaryUrl: 'https://river.example' };

describe('the page of the brand', () => {
  it.each(['en', 'zh-CN'] as const)('in %s shows a mail in it and how well its button is read', (locale) => {
    const html = render({ locale, children: <BrandPage brand={{ value, version: 1 }} shopUrl={shop.primaryUrl} sample={sampleMail(brandOf(shop, value), locale)} /> });
    expect(textOf(html)).toContain('14.7 : 1');
    expect(html).toContain('River &amp;amp; Oak');
    expect(html).toContain('https://instagram.com/river');
  });
});
