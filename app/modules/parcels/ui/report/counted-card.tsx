import { TermsCard } from '#app/ui/terms-card.tsx';
import { fewestToSay } from '../../report/enough.ts';
import type { ReportVoice } from './use-report-voice.ts';

const terms = ['kept', 'keptLast', 'transit', 'exceptions', 'lost', 'contacts', 'ranges'] as const;

/** What each figure means, and when there is none. */
export function CountedCard({ voice: { t } }: { voice: ReportVoice }) {
  const few = { term: t('counted.fewTerm'), text: t('counted.few', { count: fewestToSay }) };
  return <TermsCard title={t('counted.title')} terms={[...terms.map((term) => ({ term: t(`counted.${term}Term`), text: t(`counted.${term}`) })), few]} />;
}
