import { describe, expect, it } from 'vitest';
import { addresseeName, personName } from '../../app/kernel/person-name.ts';

describe('the name of a person', () => {
  it.each([
    ['Ada', 'Fairbanks', 'Ada Fairbanks'],
    ['思涵', '李', '李思涵'],
    ['美咲', '高橋', '高橋美咲'],
    ['さくら', '佐々木', '佐々木さくら'],
    ['あおい', 'はせがわ', 'はせがわあおい'],
    ['ユーコ', 'サトー', 'サトーユーコ'],
    ['민준', '김', '김민준'],
    ['David', '王', 'David 王'],
    ['李雷', null, '李雷'],
    ['', '김', '김'],
    [' Ada ', ' ', 'Ada'],
    [null, undefined, null],
    ['', '', null],
  ])('given %j and family %j is shown as %j', (given, family, shown) => {
    expect(personName(given, family)).toBe(shown);
  });

  it.each([
    ['思涵 李', '李思涵'],
    ['美咲 高橋', '高橋美咲'],
    ['李思涵', '李思涵'],
    ['Ada Maria Fairbanks', 'Ada Maria Fairbanks'],
    ['Ada Fairbanks', 'Ada Fairbanks'],
    ['', null],
    [null, null],
  ])('on the address %j is shown as %j', (whole, shown) => {
    expect(addresseeName(whole)).toBe(shown);
  });
});
