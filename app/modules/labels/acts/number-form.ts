import { z } from 'zod';

/** The name of a carrier as somebody types it; it may be left out. */
export const carrierField = z.string().trim().max(60, 'tooLong').default('');
/** A parcel's number; it may be left out where a label needs none. */
export const numberField = z.string().trim().max(60, 'tooLong').regex(/^[A-Za-z0-9 -]*$/, 'trackingNumber').default('');

/** A parcel's number with its carrier. */
export const numberForm = z.object({ carrier: carrierField, number: numberField.refine((typed) => typed !== '', 'required') });
