import { expect, test } from 'vitest';
import { situationTexts } from '#app/modules/inbox/macros/situations/texts.ts';
import { narrowSign } from '../i18n/narrow-sign.ts';

test.each(['zh-CN', 'ja'] as const)('what a ready macro says in %s has signs as wide as its words', (locale) => {
  const lines = Object.values(situationTexts[locale]).flatMap((text) => text.split('\n'));
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => narrowSign.test(line))).toEqual([]);
});
