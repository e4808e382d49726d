import { expect, test } from 'vitest';
import { remembered } from '#app/kernel/remembered.ts';

test('holds at most so many values, and begins anew with the one that was too many', () => {
  const held = remembered<number>(2);
  held.set('a', 1);
  held.set('b', 2);
  held.set('b', 3);
  expect([held.get('a'), held.get('b')]).toEqual([1, 3]);
  held.set('c', 4);
  expect([held.get('a'), held.get('b'), held.get('c')]).toEqual([undefined, undefined, 4]);
});
