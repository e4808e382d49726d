import type { Random } from './random.ts';

const digitsOf = (text: string): number[] => [...text].map(Number);

/** Weights 3 and 1 from the right, as on GS1 and USPS labels. */
export function mod10CheckDigit(body: string): number {
  const sum = digitsOf(body).reverse().reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** The check digit of a postal S10 number's eight digits. */
export function s10CheckDigit(serial: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = digitsOf(serial).reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 0 : rest === 11 ? 5 : rest;
}

/** The check digit of a UPS 1Z number's fifteen characters; letters count as digits. */
export function upsCheckDigit(body: string): number {
  const sum = [...body].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10;
    return total + value * (index % 2 === 0 ? 1 : 2);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

const s10 = (random: Random, service: string, country: string): string => {
  const serial = random.digits(8);
  return `${service}${serial}${s10CheckDigit(serial)}${country}`;
};

const withMod10 = (body: string): string => `${body}${mod10CheckDigit(body)}`;

/** The ways parcels leave the shop, named as Shopify names the carriers. */
export type Carrier = 'UPS' | 'USPS' | 'DHL Express' | 'USPS International' | 'Canada Post' | 'Local courier';

/** A number the carrier would accept. */
export function trackingNumber(carrier: Carrier, random: Random): string {
  switch (carrier) {
    case 'UPS': {
      const body = `${random.digits(3)}A${random.digits(2)}03${random.digits(7)}`;
      return `1Z${body}${upsCheckDigit(body)}`;
    }
    case 'USPS':
      return withMod10(`9400111899${random.digits(11)}`);
    case 'USPS International':
      return s10(random, random.pick(['LZ', 'CH', 'LH']), 'US');
    case 'DHL Express': {
      const serial = random.digits(9);
      return `${serial}${Number(serial) % 7}`;
    }
    case 'Canada Post':
      return withMod10(`7035${random.digits(11)}`);
    case 'Local courier':
      return `PDX-${random.digits(6)}`;
  }
}
