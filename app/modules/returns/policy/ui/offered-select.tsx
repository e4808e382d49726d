import { Select } from '@shopify/polaris';
import type { Outcome } from '../matters.ts';
import { usePolicyWords } from './words.ts';

/** Whether an outcome can be chosen. */
export function OfferedSelect({ matter, offered, onChange }: { matter: Outcome; offered: boolean; onChange(offered: boolean): void }) {
  const { t } = usePolicyWords();
  return <Select label={t(`matter.${matter}`)} labelHidden options={[{ value: 'yes', label: t('offer.yes') }, { value: 'no', label: t('offer.no') }]} value={offered ? 'yes' : 'no'} onChange={(chosen) => onChange(chosen === 'yes')} />;
}
