import type { Codes } from '../meaning-word.ts';
import { dhlExpressCodes, dhlParcelCodes, dhlUnifiedCodes } from './dhl.ts';
import { fedexCodes } from './fedex.ts';
import { amazonCodes, cainiaoCodes, dpdCodes, glsCodes, sfCodes } from './parcel-services.ts';
import { canadaPostCodes, colissimoCodes, laPosteCodes, postalUnionCodes, royalMailCodes } from './posts.ts';
import { upsCodes } from './ups.ts';
import { uspsCodes } from './usps.ts';

const tables: Readonly<Record<string, readonly Codes[]>> = {
  ups: [upsCodes],
  usps: [uspsCodes, postalUnionCodes],
  fedex: [fedexCodes],
  dhl_express: [dhlExpressCodes, dhlUnifiedCodes],
  dhl_parcel_de: [dhlParcelCodes, dhlUnifiedCodes],
  dhl_ecommerce: [dhlUnifiedCodes],
  dhl_parcel_nl: [dhlUnifiedCodes],
  deutsche_post: [dhlParcelCodes, dhlUnifiedCodes, postalUnionCodes],
  royal_mail: [royalMailCodes, postalUnionCodes],
  canada_post: [canadaPostCodes, postalUnionCodes],
  colissimo: [colissimoCodes, laPosteCodes, postalUnionCodes],
  la_poste: [laPosteCodes, colissimoCodes, postalUnionCodes],
  sf_express: [sfCodes],
  cainiao: [cainiaoCodes],
  gls: [glsCodes],
  dpd: [dpdCodes],
  dpd_uk: [dpdCodes],
  amazon: [amazonCodes],
};

/** The code tables of a carrier, the most special first; every other carrier may pass on what posts tell each other. */
export function codesOf(carrier: string): readonly Codes[] {
  return Object.hasOwn(tables, carrier) ? (tables[carrier] ?? []) : [postalUnionCodes];
}
