import { z } from 'zod';

/** A way for the Admin API to fail before it answers. */
export const faultSchema = z.object({
  kind: z.enum(['402', '403', '404', '423', '429', '500', '502', '503', 'internal', 'garbage', 'timeout', 'slow', 'reset']),
  /** How many requests fail so. */
  requests: z.int().positive().default(1),
  /** For `slow`: how long the answer is kept back. */
  milliseconds: z.int().positive().default(3000),
  /** For `timeout` and `reset`: whether the request is carried out before its answer is lost. */
  performed: z.boolean().default(false),
});

export type Fault = z.infer<typeof faultSchema>;

/** The faults that wait for the next requests of each shop. */
export interface Faults {
  add(shopDomain: string, fault: Fault): void;
  /** The fault for the request at hand, used up by asking. */
  next(shopDomain: string): Fault | null;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting = new Map<string, Fault[]>();
  return {
    add: (shopDomain, fault) => void waiting.set(shopDomain, [...(waiting.get(shopDomain) ?? []), fault]),
    next(shopDomain) {
      const [first, ...rest] = waiting.get(shopDomain) ?? [];
      if (first === undefined) return null;
      waiting.set(shopDomain, first.requests > 1 ? [{ ...first, requests: first.requests - 1 }, ...rest] : rest);
      return first;
    },
    clear: () => waiting.clear(),
  };
}
