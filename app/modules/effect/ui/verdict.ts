import { fewestCounted, type Effect } from '../views.ts';
import type { EffectVoice } from './use-effect-voice.ts';

/** What a hold-out found, in one sentence. */
export function verdict({ difference, holdOut, sound }: Effect, { t, per100 }: EffectVoice): string {
  if (!sound) return t('result.unsound');
  if (difference && difference.from > 0) return t('result.spares', { from: per100(difference.from), to: per100(difference.to) });
  if (holdOut.endedFor === 'harm') return t('result.sizeUnknown');
  if (!difference) return t('result.tooEarly', { fewest: fewestCounted });
  return difference.to < 0 ? t('result.costs', { from: per100(-difference.to), to: per100(-difference.from) }) : t('result.unclear');
}
