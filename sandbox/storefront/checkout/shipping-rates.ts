import type { Cents } from '../cents.ts';

/** One way to have an order delivered; `price` in the shop's currency. */
export interface ShippingRate {
  code: 'standard' | 'express' | 'pickup' | 'local';
  title: string;
  price: Cents;
}

const european = new Set(['AT', 'BE', 'CH', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB', 'IE', 'IT', 'LU', 'NL', 'NO', 'PT', 'SE']);

/** Standard delivery is free from this subtotal on, in the shop's currency. */
const freeShippingFrom: Cents = 9000;

/** The rates towards a country; standard is free from `freeShippingFrom` on. In the shop's own country (the United States) people may come by, or be brought their order. */
export function shippingRates(country: string, subtotal: Cents): ShippingRate[] {
  const [standard, express] = country === 'US' || country === 'CA' ? [600, 1800] : european.has(country) ? [900, 2400] : [1500, 3900];
  return [
    { code: 'standard', title: 'Standard', price: subtotal >= freeShippingFrom ? 0 : standard },
    { code: 'express', title: 'Express', price: express },
    ...(country === 'US' ? [{ code: 'pickup', title: 'Pick up at the shop', price: 0 } as const, { code: 'local', title: 'Delivered by us', price: 500 } as const] : []),
  ];
}
