import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const hourOfDay = z.number('number').int('number').min(0, 'tooSmall').max(23, 'tooLarge');

export const voiceSchema = z.object({
  /** From this hour on the recipient's clock until that one nothing leaves that is not urgent; the same hour twice is never. */
  quietFrom: hourOfDay,
  quietUntil: hourOfDay,
  /** Which ways keep the quiet hours. */
  quietEmail: z.boolean(),
  quietSms: z.boolean(),
  /** Minutes between two messages to one person. */
  pauseMinutes: z.number('number').int('number').min(0, 'tooSmall').max(1_440, 'tooLarge'),
  /** Kinds of which the merchant decided whether they are urgent; of others who wrote the message did. */
  urgent: z.record(z.string().regex(/^[\w.-]{1,80}$/), z.boolean()).default({}),
  /** Whether it is noted, once a message, that its link was followed. */
  noteFollowed: z.boolean().default(true),
});

export type Voice = z.infer<typeof voiceSchema>;

/** When people are written to. A text message wakes people and mail does not: only the one keeps the night by itself. */
export const voiceSetting: Setting<Voice> = {
  name: 'voice',
  schema: voiceSchema,
  initial: { quietFrom: 21, quietUntil: 8, quietEmail: false, quietSms: true, pauseMinutes: 10, urgent: {}, noteFollowed: true },
};

/** Whether a message waits neither for the morning nor for the pause. */
export function isUrgent({ urgent }: Pick<Voice, 'urgent'>, message: { kind: string; urgent: boolean }): boolean {
  return urgent[message.kind] ?? message.urgent;
}
