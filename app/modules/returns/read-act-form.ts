import { z } from 'zod';
import type { ActInput } from './ask-shopify.server.ts';

const longestNote = 500;

const notify = z.enum(['yes', 'no']).transform((said) => said === 'yes');
const input: z.ZodType<ActInput> = z.discriminatedUnion('act', [
  z.object({ act: z.literal('approve'), notify }),
  z.object({
    act: z.literal('decline'),
    reason: z.enum(['FINAL_SALE', 'RETURN_PERIOD_ENDED', 'OTHER']),
    note: z.string().trim().max(longestNote).transform((words) => words || null),
    notify,
  }),
  z.object({ act: z.enum(['cancel', 'close', 'reopen']) }),
]);

/** Reads what somebody wants done to a return; answers the names of the fields that cannot be read. */
export function readActForm(form: FormData): { key: string; input: ActInput } | { invalid: string[] } {
  const fields = Object.fromEntries(form);
  const key = z.uuid().safeParse(fields['key']);
  const read = input.safeParse(fields);
  if (key.success && read.success) return { key: key.data, input: read.data };
  return { invalid: [...(key.success ? [] : ['key']), ...(read.error?.issues.map(({ path }) => path.join('.')) ?? [])] };
}
