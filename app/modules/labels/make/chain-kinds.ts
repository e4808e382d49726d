import { z } from 'zod';

const about = z.object({ labelId: z.uuid(), returnId: z.string() });

/** Which label a chain is about, and the return it was begun for. */
export type AboutLabel = z.infer<typeof about>;

const reading = (input: AboutLabel) => about.parse(input);

/** Chains that make a label, tell Shopify of it, and give it back. */
export const makeKind = { kind: 'labels.make', input: about, read: reading };
export const attachKind = { kind: 'labels.attach', input: about, read: reading };
export const giveBackKind = { kind: 'labels.give_back', input: about, read: reading };
