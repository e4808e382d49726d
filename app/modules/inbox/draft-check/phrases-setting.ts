import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const schema = z.object({ phrases: z.array(z.string().trim().min(1).max(100, 'tooLong')).max(100, 'tooManyWords') });

/** What a shop does not want to be written to its customers, beside what never is. */
export const phrasesSetting: Setting<z.infer<typeof schema>> = { name: 'inbox-phrases', schema, initial: { phrases: [] } };
