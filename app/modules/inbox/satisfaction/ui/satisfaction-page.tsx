import { Checkbox, FormLayout, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { AskingForSatisfaction } from '../satisfaction-setting.ts';
import type { SatisfactionView } from '../satisfaction-view.server.ts';
import { useSatisfactionWords } from './words.ts';

const asItIs = (value: AskingForSatisfaction) => value;

/** Whether customers are asked how they were helped, when, and what they said lately. */
export function SatisfactionPage({ view: { setting, asked, answered, content } }: { view: SatisfactionView }) {
  const { t } = useSatisfactionWords();
  const { formats } = useAdmin();
  const form = useSettingForm(setting, { intent: 'save-satisfaction', toDraft: asItIs, toValue: asItIs });
  const { draft: { value, change }, errorOf } = form;
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      <TitledCard title={t('asking')} text={t('askingText')}>
        <FormLayout>
          <Checkbox label={t('asks')} checked={value.asks} onChange={(asks) => change({ asks })} />
          <NumberField label={t('afterHours')} suffix={t('hours')} min={1} value={value.afterHours} onChange={(afterHours) => change({ afterHours })} error={errorOf('afterHours')} />
          <NumberField label={t('restDays')} helpText={t('restDaysHelp')} suffix={t('days')} value={value.restDays} onChange={(restDays) => change({ restDays })} error={errorOf('restDays')} />
        </FormLayout>
      </TitledCard>
      <TitledCard title={t('lately')}>
        <Text as="p">{asked === 0 ? t('nobodyAsked') : t('said', { asked, answered })}</Text>
        {answered > 0 && <Text as="p">{t('content', { share: formats.number(Math.round((content / answered) * 100)) })}</Text>}
      </TitledCard>
    </SettingPage>
  );
}
