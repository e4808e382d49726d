import { expect, it } from 'vitest';
import { readJson } from '../../app/kernel/json.ts';

it.each([
  ['{"a":[1,null]}', { a: [1, null] }],
  ['null', null],
  ['', undefined],
  ['undefined', undefined],
  ['{"a":', undefined],
])('the text %j says %j', (text, said) => {
  expect(readJson(text)).toEqual(said);
});
