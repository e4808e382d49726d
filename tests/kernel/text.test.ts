import { describe, expect, it } from 'vitest';
import { fold, lexemes, searchTerms, tsquery } from '../../app/kernel/text.ts';

describe('text for search', () => {
  it('folds case, accents and width', () => {
    expect(fold('Ångström ＡＢＣ')).toBe('angstrom abc');
  });

  it('cuts words, and scripts without spaces into pairs', () => {
    expect(lexemes('Jürgen Müller #1001')).toEqual(['jurgen', 'muller', '1001']);
    expect(lexemes('张伟明')).toEqual(['张伟', '伟明']);
    expect(lexemes('张')).toEqual(['张']);
    expect(lexemes('サーバー')).toEqual(['サー', 'ーハ', 'ハー']);
    expect(lexemes('พัสดุ')).toEqual(['พส', 'สด']);
  });

  it('tells words and numbers from the writing without spaces beside them', () => {
    expect(lexemes('我的订单1042号iPhone手机')).toEqual(['我的', '的订', '订单', '1042', '号', 'iphone', '手机']);
  });

  it('lets the words of a query be unfinished, but not a pair', () => {
    expect(searchTerms('mül 张伟')).toEqual([{ lexeme: 'mul', prefix: true }, { lexeme: '张伟', prefix: false }]);
    expect(searchTerms('张')).toEqual([{ lexeme: '张', prefix: true }]);
  });

  it('makes a tsquery no typing can break out of', () => {
    expect(tsquery("o'neil & !x")).toBe("'o':* & 'neil':* & 'x':*");
    expect(tsquery(' #!| ')).toBeNull();
  });
});
