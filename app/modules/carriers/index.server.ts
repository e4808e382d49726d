export { parcelCauses, parcelStatuses, type ParcelCause, type ParcelStatus, type Scan, type ScanMeaning, type ScanPlace } from './parcel-status.ts';
