import type { Interval } from '../interval.ts';
import { fewestCounted } from '../views.ts';
import type { EffectVoice } from './use-effect-voice.ts';

/** What the difference means, in words. */
export function verdict(difference: Interval | null, { t, per100 }: EffectVoice): string {
  if (!difference) return t('result.tooEarly', { fewest: fewestCounted });
  if (difference.from > 0) return t('result.spares', { from: per100(difference.from), to: per100(difference.to) });
  if (difference.to < 0) return t('result.costs', { from: per100(-difference.to), to: per100(-difference.from) });
  return t('result.unclear');
}
