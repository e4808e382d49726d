import { BlockStack, Checkbox, Text } from '@shopify/polaris';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { Current } from '#app/modules/settings/index.server.ts';
import type { GiftRules } from '../../gift-setting.ts';
import { useGiftWords } from './words.ts';

const asItIs = (value: GiftRules) => value;

/** Whether recipients of gifts may exchange them, and what that means. */
export function GiftSettingsPage({ rules }: { rules: Current<GiftRules> }) {
  const { t } = useGiftWords();
  const form = useSettingForm(rules, { intent: 'save-gifts', toDraft: asItIs, toValue: asItIs });
  const { draft: { value, change } } = form;
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      <TitledCard title={t('card')} text={t('what')}>
        <BlockStack gap="300">
          <Checkbox label={t('on')} helpText={t('help')} checked={value.on} onChange={(on) => change({ on })} />
          <Text as="p">{t('mails')}</Text>
          <Text as="p" tone="subdued">
            {t('portal')}
          </Text>
        </BlockStack>
      </TitledCard>
    </SettingPage>
  );
}
