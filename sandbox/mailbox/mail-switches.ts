import { z } from 'zod';

/** What `/control/mail` may set. */
export const mailSwitchesShape = z
  .object({
    refuse: z.object({ count: z.number().int().min(0), code: z.number().int().min(400).max(599) }),
    delayMs: z.number().int().min(0).max(120_000),
    dropAfterData: z.number().int().min(0),
  })
  .partial()
  .strict();

/** How the mail server misbehaves; each counted switch wears off. */
export interface MailSwitches {
  refuse: { count: number; code: number };
  delayMs: number;
  dropAfterData: number;
}

/** A mail server that behaves. */
export const wellBehaved = (): MailSwitches => ({ refuse: { count: 0, code: 451 }, delayMs: 0, dropAfterData: 0 });

/** What to do with the message that just came in; counts the switch down. */
export function nextFate(switches: MailSwitches): { fate: 'accept' | 'drop' } | { fate: 'refuse'; code: number } {
  if (switches.refuse.count > 0) {
    switches.refuse.count -= 1;
    return { fate: 'refuse', code: switches.refuse.code };
  }
  if (switches.dropAfterData > 0) {
    switches.dropAfterData -= 1;
    return { fate: 'drop' };
  }
  return { fate: 'accept' };
}
