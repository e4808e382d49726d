import { describe, expect, it } from 'vitest';
import { countryName, placeName } from '../../app/kernel/place.ts';

describe('a place', () => {
  it.each([
    [{ city: 'Leipzig', country: 'DE' }, 'en', 'Leipzig, Germany'],
    [{ city: 'Leipzig', country: 'de' }, 'de', 'Leipzig, Deutschland'],
    [{ city: 'Newark', province: 'NJ', country: 'US' }, 'en', 'Newark, NJ, United States'],
    [{ city: 'Leipzig', country: 'DE' }, 'zh-CN', 'Leipzig，德国'],
    [{ city: '札幌', country: 'JP' }, 'ja', '札幌、日本'],
    [{ city: ' ', country: 'FR' }, 'en', 'France'],
    [{ city: null, country: null }, 'en', null],
  ])('%j in %s reads %s', (place, locale, words) => {
    expect(placeName(place, locale)).toBe(words);
  });

  it.each(['Germany', 'ZZ9', 'QX'])('keeps the country %s, which is no code, as it was told', (country) => {
    expect(countryName(country, 'en')).toBe(country);
  });
});
