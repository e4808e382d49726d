import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const chinese = (pattern: string) => globSync(pattern, { cwd: root }).sort().map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** What staff read in the inbox; what customers read speaks German too. */
const forStaff = chinese('app/modules/inbox/**/i18n/zh-CN.json').filter(({ file }) => !existsSync(join(root, file.replace('zh-CN', 'de'))));

describe('the inbox in Chinese', () => {
  it('is found', () => expect(forStaff.length).toBeGreaterThan(10));

  // Macro, conversation, snoozed: the word that is chosen, and those that are not.
  it.each([
    { chosen: '\u5feb\u6377\u56de\u590d', others: /\u5b8f/ },
    { chosen: '\u4f1a\u8bdd', others: /\u5bf9\u8bdd/ },
    { chosen: '\u63a8\u8fdf', others: /\u7a0d\u540e\u5904\u7406/ },
  ])('calls it $chosen and nothing else', ({ chosen, others }) => {
    expect(forStaff.some(({ text }) => text.includes(chosen))).toBe(true);
    expect(forStaff.filter(({ text }) => others.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

it('a customer has one name in Chinese wherever the product speaks, the one of Shopify\'s own admin', () => {
  const everywhere = chinese('{app/**/i18n,extensions/*/locales}/zh-CN*.json');
  for (const place of ['app/', 'extensions/']) expect(everywhere.some(({ file, text }) => file.startsWith(place) && text.includes('\u5ba2\u6237'))).toBe(true);
  // The other words for a customer, and those for a buyer, a guest, a consumer and a purchaser.
  const others = /\u987e\u5ba2|\u4e70\u5bb6|\u5ba2\u4eba|\u6d88\u8d39\u8005|\u8d2d\u4e70\u8005/;
  expect(everywhere.filter(({ text }) => others.test(text)).map(({ file }) => file)).toEqual([]);
});

it('what a list holds is named in Chinese without a word for counting: Polaris writes none before it', () => {
  const counted = chinese('app/**/i18n/zh-CN.json').filter(({ text }) => /"resource_other": "[\u4e2a\u6761\u5c01\u4ef6\u5f20\u4efd]/.test(text));
  expect(counted.map(({ file }) => file)).toEqual([]);
});
