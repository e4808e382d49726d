import { TermsCard } from '#app/ui/terms-card.tsx';
import type { EffectVoice } from './use-effect-voice.ts';

const terms = ['who', 'question', 'interval', 'end'] as const;

/** What the figures mean. */
export function CountedCard({ voice: { t } }: { voice: EffectVoice }) {
  return <TermsCard title={t('counted.title')} terms={terms.map((term) => ({ term: t(`counted.${term}Term`), text: t(`counted.${term}`) }))} />;
}
