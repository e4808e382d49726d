import { describe, expect, it } from 'vitest';
import { GiftSettingsPage } from '#app/modules/portal/ui/settings/gift-settings-page.tsx';
import { render, textOf } from '../admin-ui/stage.tsx';

const page = (on: boolean, locale?: 'zh-CN') => render({ locale, path: '/app/settings/gifts', children: <GiftSettingsPage rules={{ value: { on }, version: 0 }} /> });

describe('the setting for gifts', () => {
  it('says what recipients can have, and who gets the emails', () => {
    for (const words of ['may exchange them by themselves', 'see no prices', 'at the price that was paid', 'go to the person who ordered']) expect(textOf(page(false))).toContain(words);
    expect(page(true)).toMatch(/type="checkbox"[^>]*checked=""/);
    expect(page(false)).not.toMatch(/type="checkbox"[^>]*checked=""/);
  });

  it('speaks Chinese', () => expect(textOf(page(true, 'zh-CN'))).toContain('收礼人可以自行更换礼物'));
});
