import { z } from 'zod';
import { draftModes } from '../replies/drafts/draft.ts';
import { localMoment } from '../tickets/moment-at.ts';

const addresses = z.string().max(2_000).transform((text) => text.split(/[\s,;]+/).filter(Boolean));
/** Forms travel with line ends of their own. */
const words = z.string().max(200_000).transform((text) => text.replaceAll('\r\n', '\n'));
/** What it was written on, as JSON; nothing: whoever asks does not say. */
const known = z.string().max(2_000_000).transform(parsed).pipe(z.array(z.string()).nullable()).optional();
/** On the shop's clock. */
const moment = z.union([z.literal('').transform(() => null), z.string().regex(localMoment)]);
const files = z.string().max(2_000).transform((text) => text.split(' ').filter(Boolean)).pipe(z.array(z.uuid()).max(50));
const parts = z.string().max(1_000).regex(/^(\d{1,9}( \d{1,9})*)?$/).prefault('').transform((text) => (text === '' ? null : text.split(' ').map(Number)));
const mail = { key: z.uuid(), text: words, known, to: addresses, cc: addresses, files, seen: z.string().regex(/^\d{0,18}$/).transform((id) => id || null) };
const mode = z.enum(draftModes);

/** Everything somebody does while they write in a ticket. */
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('reply'), ...mail, parts, sendAt: moment, afterwards: z.enum(['solved', '']).transform((state) => state || null) }),
  z.object({ intent: z.literal('forward'), ...mail, side: z.union([z.literal('').transform(() => null), z.uuid()]), forwards: z.string().regex(/^\d{0,18}$/).transform((id) => id || null), without: files.prefault(''), afterwards: z.enum(['waiting_third', '']).transform((state) => state || null) }),
  z.object({ intent: z.literal('note'), key: mail.key, text: words, known, files }),
  z.object({ intent: z.literal('withdraw'), message: z.string().regex(/^\d{1,18}$/) }),
  z.object({ intent: z.literal('draft'), mode, text: words, known, to: addresses, cc: addresses, leaving: z.literal('yes').optional().transform(Boolean) }),
  z.object({ intent: z.literal('file'), mode, file: z.instanceof(File) }),
  z.object({ intent: z.literal('remove-file'), file: z.uuid() }),
  z.object({ intent: z.literal('here'), doing: z.union([z.literal('').transform(() => null), z.enum(['look', 'type'])]) }),
]);

export type Writing = z.infer<typeof schema>;

/** What a form asks for; null where it is none of ours. */
export function readWritingForm(form: FormData): Writing | null {
  return schema.safeParse(Object.fromEntries(form)).data ?? null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
