import { ExpectedError } from '#app/kernel/errors.ts';
import { isCarrierKey } from '../carrier-catalogue.ts';
import { carrierOfName } from '../carrier-name.ts';
import type { CarrierAnswer } from './answer-parts.ts';
import { readDhl } from './read-dhl.ts';
import { readFedex } from './read-fedex.ts';
import { readAustraliaPost, readCanadaPost, readLaPoste, readPostnl, readRoyalMail } from './read-posts.ts';
import { readUps } from './read-ups.ts';
import { readUsps } from './read-usps.ts';

const readers: Readonly<Record<string, (body: unknown, carrier: string) => CarrierAnswer>> = {
  ups: readUps, fedex: readFedex, usps: readUsps, dhl_express: readDhl, dhl_parcel_de: readDhl, dhl_ecommerce: readDhl, dhl_parcel_nl: readDhl, deutsche_post: readDhl,
  royal_mail: readRoyalMail, canada_post: readCanadaPost, australia_post: readAustraliaPost, la_poste: readLaPoste, colissimo: readLaPoste, postnl: readPostnl,
};

/** The carrier whose raw answers we read and who is written so, or null. */
export function answeringCarrier(written: string): string | null {
  const key = isCarrierKey(written) ? written : carrierOfName(written);
  return key !== null && Object.hasOwn(readers, key) ? key : null;
}

/**
 * What a carrier's own interface answered, as scans, oldest first. Missing parts are left out; what is no answer at all is an
 * ExpectedError that says so, with the carrier's own reason where there is one.
 */
export function readCarrierAnswer(carrier: string, body: unknown): CarrierAnswer {
  const key = answeringCarrier(carrier);
  const read = key === null ? undefined : readers[key];
  if (key === null || read === undefined) throw new ExpectedError('no_reader', 422, `Raw answers of ${carrier} cannot be read.`);
  return read(body, key);
}
