import { ChoiceList } from '@shopify/polaris';
import { chargeableOutcomes, type ChargeableOutcome } from '../matters.ts';
import { usePolicyWords } from './words.ts';

/** The outcomes on which something costs nothing. */
export function WaivedFor({ waived, onChange }: { waived: readonly ChargeableOutcome[]; onChange(waived: ChargeableOutcome[]): void }) {
  const { t } = usePolicyWords();
  return (
    <ChoiceList
      allowMultiple
      title={t('cost.waived')}
      choices={chargeableOutcomes.map((outcome) => ({ value: outcome, label: t(`matter.${outcome}`) }))}
      selected={[...waived]}
      onChange={(chosen) => onChange(chargeableOutcomes.filter((outcome) => chosen.includes(outcome)))}
    />
  );
}
