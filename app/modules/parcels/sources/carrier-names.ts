import { carrierOfName, isCarrierKey, type CarrierKey } from '#app/modules/carriers/index.server.ts';
import type { SourceKey } from './source.ts';

/** How each source calls the carriers that we know. A carrier without a name there is left to the source to recognise. */
const names: Partial<Record<CarrierKey, Partial<Record<SourceKey, string>>>> = {
  ups: { '17track': '100002', aftership: 'ups', easypost: 'UPS', karrio: 'ups' },
  usps: { '17track': '21051', aftership: 'usps', easypost: 'USPS', karrio: 'usps' },
  fedex: { '17track': '100003', aftership: 'fedex', easypost: 'FedEx', karrio: 'fedex' },
  dhl_express: { '17track': '100001', aftership: 'dhl', easypost: 'DHLExpress', karrio: 'dhl_express' },
  dhl_parcel_de: { '17track': '7041', aftership: 'dhl-germany', karrio: 'dhl_parcel_de' },
  dhl_ecommerce: { aftership: 'dhl-global-mail', easypost: 'DhlEcs' },
  royal_mail: { '17track': '11031', aftership: 'royal-mail', easypost: 'RoyalMail', karrio: 'royalmail' },
  canada_post: { '17track': '3041', aftership: 'canada-post', easypost: 'CanadaPost', karrio: 'canadapost' },
  australia_post: { '17track': '1151', aftership: 'australia-post', easypost: 'AustraliaPost', karrio: 'australiapost' },
  colissimo: { '17track': '6051', aftership: 'la-poste-colissimo', karrio: 'colissimo' },
  la_poste: { '17track': '6051', aftership: 'la-poste-colissimo', karrio: 'laposte' },
  postnl: { aftership: 'postnl', easypost: 'PostNL' },
  gls: { '17track': '100005', aftership: 'gls', karrio: 'gls' },
  dpd: { '17track': '100007', aftership: 'dpd', easypost: 'DPD', karrio: 'dpd' },
  japan_post: { '17track': '10021', aftership: 'japan-post' },
  yamato: { aftership: 'taqbin-jp' },
  sagawa: { aftership: 'sagawa' },
  china_post: { '17track': '3011', aftership: 'china-post' },
  ems: { '17track': '3013', aftership: 'china-ems' },
  sf_express: { '17track': '100012', aftership: 'sf-express', easypost: 'SFExpress' },
  yanwen: { '17track': '190012', aftership: 'yanwen', easypost: 'Yanwen' },
  '4px': { '17track': '190094', aftership: '4px' },
  yunexpress: { '17track': '190008', aftership: 'yunexpress' },
  cainiao: { '17track': '190271', aftership: 'cainiao' },
  ontrac: { aftership: 'ontrac', easypost: 'OnTrac' },
};

const keys = new Map<string, CarrierKey>();
for (const [key, named] of Object.entries(names)) {
  if (!isCarrierKey(key)) continue;
  for (const [source, name] of Object.entries(named)) if (!keys.has(`${source} ${name.toLowerCase()}`)) keys.set(`${source} ${name.toLowerCase()}`, key);
}

/** How a source calls a carrier of ours; null where it should find out by itself. */
export function nameAtSource(source: SourceKey, carrier: CarrierKey | null): string | null {
  return carrier === null ? null : (names[carrier]?.[source] ?? null);
}

/** Our key of the carrier that a source names, where we know it. */
export function carrierAtSource(source: SourceKey, name: string | number | null | undefined): CarrierKey | null {
  const written = String(name ?? '');
  return keys.get(`${source} ${written.toLowerCase()}`) ?? carrierOfName(written);
}
