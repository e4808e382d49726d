import { z } from 'zod';

const form = z.object({ step: z.enum(['approve', 'send']), key: z.uuid() });

/** What somebody clicked about a replacement; null where it cannot be read. */
export function readReplacementForm(data: FormData): z.infer<typeof form> | null {
  return form.safeParse(Object.fromEntries(data)).data ?? null;
}
