export { parcelCauses, parcelStatuses, type ParcelCause, type ParcelStatus, type Scan, type ScanMeaning, type ScanPlace } from './parcel-status.ts';
export { carrierCatalogue, carrierKeys, isCarrierKey, sameHouse, type CarrierKey } from './carrier-catalogue.ts';
export { carrierName, carrierOfName } from './carrier-name.ts';
export { applyOverrides, carrierOverride, carrierOverrides, type CarrierOverride, type Overridden } from './carrier-overrides.ts';
export type { Carrier } from './carrier.ts';
export { doubtOfNumber, type NumberDoubt } from './numbers/doubt-of-number.ts';
export { normalNumber } from './numbers/normal-number.ts';
export { recogniseNumber, type Candidate, type NumberHints } from './numbers/recognise-number.ts';
export { trackingUrl, type LinkDetails } from './tracking-url.ts';
