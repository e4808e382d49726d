import { Checkbox, ChoiceList, FormLayout, Link } from '@shopify/polaris';
import { NumberField } from '#app/ui/number-field.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { SettingForm } from '#app/ui/use-setting-form.ts';
import type { NoticeKind } from '../../kinds.ts';
import type { RulesDraft } from './rules-draft.ts';
import { useRulesWords } from './words.ts';

const isWhen = (value: string | undefined): value is RulesDraft['when'] => value === 'once' || value === 'later' || value === 'gathered';

/** When a kind is told. */
export function TimingCard({ kind, form: { draft: { value, change }, errorOf } }: { kind: NoticeKind; form: SettingForm<RulesDraft> }) {
  const { t } = useRulesWords();
  const shipped = kind === 'shipped';
  return (
    <TitledCard title={t('timing.title')}>
      <FormLayout>
        <ChoiceList
          title={t('timing.label')}
          titleHidden
          choices={[
            { value: 'once', label: t(shipped ? 'timing.onceEach' : 'timing.once') },
            { value: 'later', label: t('timing.later') },
            ...(shipped ? [{ value: 'gathered', label: t('timing.gathered') }] : []),
          ]}
          selected={[value.when]}
          onChange={([when]) => isWhen(when) && change({ when })}
        />
        {value.when === 'later' && <NumberField label={t('timing.hours')} value={value.waitHours} onChange={(waitHours) => change({ waitHours })} error={errorOf('waitHours')} min={1} max={72} />}
        {value.when === 'gathered' && <NumberField label={t('timing.gatherHours')} helpText={t('timing.gatherHelp')} value={value.gatherHours} onChange={(gatherHours) => change({ gatherHours })} error={errorOf('gatherHours')} min={1} max={168} />}
        <InBusinessHours checked={value.inBusinessHours} onChange={(inBusinessHours) => change({ inBusinessHours })} />
      </FormLayout>
    </TitledCard>
  );
}

/** Whether a kind waits for business hours, with the way to them. */
export function InBusinessHours({ checked, onChange }: { checked: boolean; onChange(checked: boolean): void }) {
  const { t } = useRulesWords();
  const help = (
    <>
      {t('timing.businessHoursHelp')} <Link url="/app/settings/hours">{t('timing.toHours')}</Link>
    </>
  );
  return <Checkbox label={t('timing.businessHours')} helpText={help} checked={checked} onChange={onChange} />;
}
