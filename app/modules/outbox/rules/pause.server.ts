import { after, minute } from '#app/kernel/time.ts';
import { isUrgent } from '../voice-setting.ts';
import type { Rule } from './verdict.ts';

/** Between two messages that one person did not ask for lies a pause; what waits meanwhile may be overtaken. One thing told on two ways is one message. */
export const pause: Rule = async ({ tx, voice, now }, message) => {
  const { id, person, topic, rank } = message;
  if (isUrgent(voice, message) || voice.pauseMinutes === 0) return 'go';
  const length = voice.pauseMinutes * minute;
  const last = await tx.outbox.findFirst({
    where: { person, topic: { not: null }, NOT: { topic, rank }, id: { not: id }, state: { in: ['sending', 'sent', 'unknown'] }, claimed_at: { gt: after(now, -length) } },
    orderBy: { claimed_at: 'desc' },
    select: { claimed_at: true },
  });
  return last?.claimed_at ? { wait: after(last.claimed_at, length), for: 'window', because: 'The customer was written to just now.' } : 'go';
};
