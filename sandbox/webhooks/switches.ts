import { z } from 'zod';

const fraction = z.number().min(0).max(1);

/** What can be made to go wrong on the way to the app. Times in milliseconds. */
export const switchesSchema = z.strictObject({
  /** Nothing leaves while true; what happens meanwhile waits. */
  paused: z.boolean(),
  /** So many of the next deliveries never leave and are never retried. */
  dropNext: z.number().int().min(0),
  dropTopics: z.array(z.string()),
  dropFraction: fraction,
  delayMs: z.number().min(0),
  /** This share of deliveries is sent a second time with the same webhook id. */
  duplicateFraction: fraction,
  /** Each delivery waits a random time up to this, so later events overtake earlier ones. */
  reorderWindowMs: z.number().min(0),
  /** Multiplies the pauses between retries: 1 is Shopify's four hours for eight retries. */
  retryScale: z.number().positive(),
  timeoutMs: z.number().positive(),
});

/** The state of the switches. */
export type Switches = z.infer<typeof switchesSchema>;

/** Deliveries as Shopify makes them on a good day. */
export const asShopify: Switches = {
  paused: false,
  dropNext: 0,
  dropTopics: [],
  dropFraction: 0,
  delayMs: 0,
  duplicateFraction: 0,
  reorderWindowMs: 0,
  retryScale: 1,
  timeoutMs: 5_000,
};

/** The fate of one new delivery: lost, or sent once or twice after some waiting. `dropNext` is counted down in place. */
export function fateOf(topic: string, switches: Switches, random: () => number): { waits: number[] } {
  if (switches.dropNext > 0) {
    switches.dropNext -= 1;
    return { waits: [] };
  }
  if (switches.dropTopics.includes(topic) || random() < switches.dropFraction) return { waits: [] };
  const wait = () => switches.delayMs + random() * switches.reorderWindowMs;
  return { waits: random() < switches.duplicateFraction ? [wait(), wait()] : [wait()] };
}
