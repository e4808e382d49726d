import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brandOf, brandSetting, mailLook, plainBrand } from '#app/modules/brand/index.server.ts';
import { contrast } from '../../app/modules/brand/contrast.ts';
import { darkStyles } from '../../app/modules/brand/mail/mail-look.ts';

const { initial, schema } = brandSetting;
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const problems = (change: object) => {
  const read = schema.safeParse({ ...initial, ...change });
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

describe('contrast', () => {
  it.each([['#000000', '#ffffff', 21], ['#ffffff', '#ffffff', 1], ['#777777', '#ffffff', 4.48], ['#ff0000', '#ffffff', 4]])('of %s and %s is %d, as WCAG reckons it', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('a brand', () => {
  it('is refused where the words of its button could not be read, where a colour is none and where an address is not https', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ button: '#ffff00', buttonText: '#ffffff' })).toEqual([['buttonText', 'contrast']]);
    expect(problems({ ground: 'red' })).toEqual([['ground', 'colour']]);
    expect(problems({ links: [{ network: 'instagram', url: 'http://instagram.com/shop' }] })).toEqual([['links.0.url', 'httpsAddress']]);
    expect(problems({ logo: { url: 'javascript:alert(1)' } })).not.toEqual([]);
    expect(problems({ logo: { file: '../../2/brand/secret.png', width: 10, height: 10 } })).not.toEqual([]);
  });

  it('has words on its ground that can be read, whatever the ground, and by night a button that can be seen and read', () => {
    fc.assert(
      fc.property(colour, colour, colour, (ground, button, buttonText) => {
        fc.pre(contrast(button, buttonText) >= 4.5);
        const { footer } = mailLook({ ground, button, buttonText });
        const [, face = '', , words = ''] = /\.button\{background-color:(#\w+)!important;border-color:(#\w+)!important;color:(#\w+)/.exec(darkStyles({ ground, button, buttonText })) ?? [];
        return contrast(footer.color, ground) >= 4.5 && contrast(face, '#1c2127') >= 3 && contrast(face, words) >= 4.5;
      }),
    );
  });

  it('shows a kept logo at the shop’s own address, no larger than a mail has room for', () => {
    const file = `${'a'.repeat(32)}.png`;
    const { logo } = brandOf({ name: 'Shop', primaryUrl: 'https://shop.example' }, { ...initial, logo: { file, width: 600, height: 100 } });
    expect(logo).toEqual({ url: `https://shop.example/apps/aftercare/logo?file=${file}`, width: 220, height: 37 });
    expect(plainBrand('Shop').logo).toBe(null);
  });
});
