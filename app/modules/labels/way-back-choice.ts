import { z } from 'zod';
import { wayBackKinds, type WayBackChoice } from './way-back.ts';

/** The form in which a customer's choice is kept. */
export const wayBackChoice: z.ZodType<WayBackChoice> = z.object({ kind: z.enum(wayBackKinds), placeId: z.string().nullable(), carrier: z.string().nullable(), trackingNumber: z.string().nullable() });
