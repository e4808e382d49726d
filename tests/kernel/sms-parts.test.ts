import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsParts, thriftySigns } from '#app/kernel/sms-parts.ts';

describe('a text message', () => {
  it.each([
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['ä'.repeat(160), 'GSM-7', 160, 1],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    ['€'.repeat(81), 'GSM-7', 162, 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['á'.repeat(70), 'UCS-2', 70, 1],
    ['á'.repeat(71), 'UCS-2', 71, 2],
    ['单'.repeat(134), 'UCS-2', 134, 2],
    ['🙂'.repeat(35), 'UCS-2', 70, 1],
    [`${'单'.repeat(66)}🙂${'单'.repeat(66)}`, 'UCS-2', 134, 3],
    ['', 'GSM-7', 0, 1],
  ])('%# is counted as the network counts it', (text, encoding, length, parts) => {
    expect(smsParts(text)).toEqual({ encoding, length, parts });
  });

  it('loses typographic signs where that saves parts, and no letter', () => {
    expect(thriftySigns('We’re sorry – “soon”…')).toBe('We\'re sorry - "soon"...');
    expect(thriftySigns('订单“一”')).toBe('订单“一”');
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => letters(thriftySigns(text)) === letters(text)));
  });
});
