import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

/** So long an answer may be taken back after it was sent, in seconds. */
export const undoChoices = [0, 5, 10, 20, 30, 60] as const;

const schema = z.object({
  undoSeconds: z.literal(undoChoices),
  /** Whether whoever begins a conversation is told at once that their words came in, and when an answer comes. */
  acknowledges: z.boolean(),
});

/** How answers leave. */
export type ReplySettings = z.infer<typeof schema>;

/** How a shop's answers leave; nothing is said by itself until the merchant wants it. */
export const replySetting: Setting<ReplySettings> = { name: 'inbox-replies', schema, initial: { undoSeconds: 10, acknowledges: false } };
