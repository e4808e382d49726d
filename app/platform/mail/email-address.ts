import { z } from 'zod';

const address = z.email().max(254);

/** The address as it is compared and stored (trimmed, lower case), or null where it is not exactly one address. */
export function readEmailAddress(typed: string): string | null {
  const read = address.safeParse(typed.trim().toLowerCase());
  return read.success ? read.data : null;
}
