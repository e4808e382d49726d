import { z } from 'zod';
import { customerLocales } from '#app/kernel/locales.ts';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { labelServices } from '../way-back.ts';

const country = z.string().regex(/^[A-Z]{2}$/, 'country');
/** Empty: everywhere. */
const countries = z.array(country).max(250, 'tooLong');
const words = (most: number) => z.string().trim().max(most, 'tooLong');
const measure = z.number({ error: 'number' }).int('number').min(1, 'tooSmall');

const place = z.object({
  id: z.uuid(),
  kind: z.enum(['drop_off', 'shop']),
  name: words(120).min(1, 'required'),
  address: words(300).min(1, 'required'),
  hours: words(300),
  url: z.union([z.literal(''), z.url({ protocol: /^https$/, error: 'httpsAddress' }).max(500, 'tooLong')], 'httpsAddress'),
  countries,
});

const schema = z.object({
  /** A label that the shop gives: uploaded by a person for each return, or bought from a service; `nobody`: there is none. */
  label: z.object({
    by: z.enum(['nobody', 'hand', ...labelServices]),
    countries,
    /** Shown as a code where the carrier gives one, so that nobody needs a printer. */
    qr: z.boolean(),
    /** Carriers, or a carrier with its service; empty: any. */
    allowed: z.array(words(60).min(1, 'required')).max(30, 'tooLong'),
  }),
  /** The customer chooses a carrier, and tells us the number. */
  own: z.object({ offered: z.boolean(), countries }),
  places: z.array(place).max(50, 'tooLong'),
  /** What a returned parcel is taken to be; centimetres and grams. */
  parcel: z.object({ length: measure.max(300, 'tooLarge'), width: measure.max(300, 'tooLarge'), height: measure.max(300, 'tooLarge'), packaging: measure.max(20_000, 'tooLarge'), item: measure.max(70_000, 'tooLarge') }),
  /** Where it goes where the policy names no place: Shopify's number of a location; null: its first one. */
  locationId: z.string().regex(/^\d{1,20}$/, 'invalid').nullable(),
  /** How to pack, language by language; empty: our words. */
  packing: z.partialRecord(z.enum(customerLocales), words(2_000)),
});

/** How goods come back to a shop. */
export type WaysBack = z.infer<typeof schema>;

/** Somewhere that the merchant offers, and in which countries. */
export type OfferedPlace = z.infer<typeof place>;

/** What a shop offers until it says otherwise: a label that its people upload. */
export const waysBackSetting: Setting<WaysBack> = {
  name: 'returns-ways-back',
  schema,
  initial: {
    label: { by: 'hand', countries: [], qr: false, allowed: [] },
    own: { offered: false, countries: [] },
    places: [],
    parcel: { length: 30, width: 20, height: 10, packaging: 200, item: 500 },
    locationId: null,
    packing: {},
  },
};
