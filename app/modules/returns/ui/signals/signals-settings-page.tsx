import { FormLayout, TextField } from '@shopify/polaris';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { SignalRules } from '../../signals/signals-setting.ts';
import { useSignalWords } from './words.ts';

interface Draft {
  share: number;
  orders: number;
  tags: string;
}

const toDraft = ({ tags, ...rules }: SignalRules): Draft => ({ ...rules, tags: tags.join(', ') });
const toValue = ({ tags, ...rules }: Draft): SignalRules => ({ ...rules, tags: tags.split(/[,，]/).map((tag) => tag.trim()).filter(Boolean) });

/** What the merchant is pointed to when somebody sends something back. */
export function SignalsSettingsPage({ rules }: { rules: { value: SignalRules; version: number } }) {
  const { t } = useSignalWords();
  const form = useSettingForm(rules, { intent: 'save-signals', toDraft, toValue });
  const { draft: { value, change }, errorOf } = form;
  return (
    <SettingPage title={t('settings.title')} intro={t('settings.intro')} forms={[form]}>
      <TitledCard title={t('settings.repeat')} text={t('settings.repeatText')}>
        <FormLayout>
          <FormLayout.Group>
            <NumberField label={t('settings.share')} suffix={t('settings.percent')} min={1} max={100} value={value.share} onChange={(share) => change({ share })} error={errorOf('share')} />
            <NumberField label={t('settings.orders')} min={2} value={value.orders} onChange={(orders) => change({ orders })} error={errorOf('orders')} />
          </FormLayout.Group>
        </FormLayout>
      </TitledCard>
      <TitledCard title={t('settings.tags')} text={t('settings.tagsText')}>
        <TextField label={t('settings.tagsLabel')} autoComplete="off" value={value.tags} onChange={(tags) => change({ tags })} error={errorOf('tags')} />
      </TitledCard>
    </SettingPage>
  );
}
