// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { insertAtCaret } from '#app/modules/inbox/ticket-page/ui/text-field.ts';

const inserted = (text: string, words: string) => {
  document.body.innerHTML = '<textarea id="words"></textarea>';
  const field = document.querySelector('textarea');
  if (!field) throw new Error('There is nowhere to write.');
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  let put = '';
  insertAtCaret({ fieldId: 'words', words, text, put: (next) => (put = next) });
  return put;
};

it('a sentence is put in with the space its language has before it', () => {
  expect([['', 'Refunded.'], ['Hello Ada,', 'Refunded.'], ['Hello Ada,\n\n', 'Refunded.'], ['您好，', '已退款。'], ['您好！', '已退款。']].map(([text = '', words = '']) => inserted(text, words))).toEqual([
    'Refunded.',
    'Hello Ada, Refunded.',
    'Hello Ada,\n\nRefunded.',
    '您好，已退款。',
    '您好！已退款。',
  ]);
});
