import type { CustomerOrderView, ParcelView } from '#app/modules/orders/index.server.ts';
import type { FormState } from './ui/look-up-form.tsx';

/** What a visit to the tracking page ends in. */
export type TrackingAnswer =
  | { kind: 'form'; form: FormState }
  | { kind: 'number-unknown'; number: string; error: 'missing' | 'miss' }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'unavailable' }
  | { kind: 'order'; view: CustomerOrderView }
  | { kind: 'parcel'; parcel: ParcelView };
