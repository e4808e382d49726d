import { inForce } from './in-force.ts';
import type { PeakProfile } from './profile.ts';
import { peakWords } from './words.ts';

interface Notice {
  kind: string;
  locale: string;
}

/** What a notice of this kind adds to its text at a moment; null where it says nothing of a busy time. */
export function noteFor(profiles: readonly PeakProfile[], zone: string, { now, ...notice }: Notice & { now: Date }): string | null {
  const running = inForce(profiles, zone, now);
  return running && noteIn(running, notice);
}

/** What a notice of this kind adds while a profile is in force. */
export function noteIn({ notes }: Pick<PeakProfile, 'notes'>, { kind, locale }: Notice): string | null {
  const own = Object.hasOwn(notes, kind) ? notes[kind] : undefined;
  if (!own) return null;
  const { t, locale: language } = peakWords([locale]);
  return own[language] || t('note');
}
