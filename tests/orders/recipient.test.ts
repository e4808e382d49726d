import { describe, expect, it } from 'vitest';
import { isDeliveredTo } from '#app/modules/orders/recipient.ts';

const fits = (name: string | null, zip: string | null, lastName: string, postalCode: string) => isDeliveredTo({ name, zip }, { lastName, postalCode });

describe('who says that something was delivered to them', () => {
  it.each([
    ['Ada Lovelace', 'SW1A 1AA', 'lovelace', 'sw1a1aa'],
    ['Zoë Müller-Lüdenscheidt', '04109', 'MULLER LUDENSCHEIDT', '04 109'],
    ['Ludwig van Beethoven', '53111', 'van  Beethoven', '53111'],
    ['Ludwig van Beethoven', '53111', 'Beethoven', '53111'],
    ['Hans Groß', '1010', 'gross', 'AT-1010'.slice(3)],
    ['山田 太郎', '100-0001', '山田', '1000001'],
    ['太郎 山田', '１００−０００１', '山田', '100-0001'],
    ['王小明', '100000', '王', '100000'],
  ])('fits %s at %s by %s, %s', (name, zip, lastName, postalCode) => expect(fits(name, zip, lastName, postalCode)).toBe(true));

  it.each([
    ['Ada Lovelace', 'SW1A 1AA', 'Ada', 'SW1A 1AA'],
    ['Ada Lovelace', 'SW1A 1AA', 'lace', 'SW1A 1AA'],
    ['Ada Lovelace', 'SW1A 1AA', 'Lovelace', 'SW1A 1AB'],
    ['Ada Lovelace', 'SW1A 1AA', 'Lovelace', 'SW1A'],
    ['Ada Lovelace', 'SW1A 1AA', '', 'SW1A 1AA'],
    ['Ada Lovelace', 'SW1A 1AA', '--', 'SW1A 1AA'],
    ['Ada Lovelace', '', 'Lovelace', ''],
    ['Ada Lovelace', null, 'Lovelace', '-'],
    [null, '04109', 'Lovelace', '04109'],
    ['王小明', '100000', '明', '100000'],
  ])('does not fit %s at %s by %s, %s', (name, zip, lastName, postalCode) => expect(fits(name, zip, lastName, postalCode)).toBe(false));

  it('never fits an order that was sent nowhere', () => {
    expect(isDeliveredTo(null, { lastName: 'Lovelace', postalCode: '04109' })).toBe(false);
  });
});
