import { describe, expect, test } from 'vitest';
import { keepingSetting } from '#app/modules/inbox/keeping/keeping-setting.ts';
import { KeepingPage } from '#app/modules/inbox/keeping/ui/keeping-page.tsx';
import { Found } from '#app/modules/inbox/keeping/ui/person-card.tsx';
import { render, textOf } from '../admin-ui/stage.tsx';

const page = (value: typeof keepingSetting.initial, locale?: 'zh-CN') => render({ locale, path: '/app/settings/keeping', children: <KeepingPage keeping={{ value, version: 1 }} /> });

describe('the page of keeping', () => {
  test('keeps for good what nobody limited, and shows a time that is none of those offered', () => {
    const html = page({ ...keepingSetting.initial, email: 18 });
    expect(html).toMatch(/<option value="18" selected="">18 months<\/option>/);
    expect(html.match(/<option value="" selected="">Keep for ever<\/option>/g)).toHaveLength(3);
    for (const words of ['One person', 'Who read what', '30 days', '12 months']) expect(textOf(html)).toContain(words);
  });

  test('offers to hand over and erase somebody to who may, and tells others who may', () => {
    const found = (may: boolean) => render({ path: '/app/settings/keeping', children: <Found person={{ contact: 'ada@example.com', conversations: 1, messages: 2 }} may={may} onErase={() => undefined} /> });
    const [allowed, refused] = [textOf(found(true)), textOf(found(false))];
    for (const words of ['Export', 'Erase']) expect([allowed.includes(words), refused.includes(words)]).toEqual([true, false]);
    expect(refused).toContain('Only who may do everything may export or erase somebody.');
  });

  test('is Chinese for who reads Chinese', () => {
    expect(textOf(page(keepingSetting.initial, 'zh-CN'))).toContain('保留与删除');
  });
});
