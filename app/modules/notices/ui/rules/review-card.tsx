import { FormLayout, TextField } from '@shopify/polaris';
import { NumberField } from '#app/ui/number-field.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { SettingForm } from '#app/ui/use-setting-form.ts';
import type { RulesDraft } from './rules-draft.ts';
import { InBusinessHours } from './timing-card.tsx';
import { useRulesWords } from './words.ts';

/** When a customer is asked for a review, and where it is written. */
export function ReviewCard({ form: { draft: { value, change }, errorOf } }: { form: SettingForm<RulesDraft> }) {
  const { t } = useRulesWords();
  return (
    <TitledCard title={t('review.title')}>
      <FormLayout>
        <NumberField label={t('review.days')} helpText={t('review.daysHelp')} value={value.waitHours / 24} onChange={(days) => change({ when: 'later', waitHours: days * 24 })} error={errorOf('waitHours')} min={1} max={60} />
        <TextField label={t('review.url')} helpText={t('review.urlHelp', { order: '{order}' })} type="url" autoComplete="off" value={value.reviewUrl} onChange={(reviewUrl) => change({ reviewUrl })} error={errorOf('reviewUrl')} />
        <InBusinessHours checked={value.inBusinessHours} onChange={(inBusinessHours) => change({ inBusinessHours })} />
      </FormLayout>
    </TitledCard>
  );
}
