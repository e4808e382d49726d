import { useRevalidator } from '@remix-run/react';
import { Banner, BlockStack, Button, Checkbox, ChoiceList, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useScopeRequest } from '#app/ui/use-scope-request.ts';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { ExchangeRules } from '../exchange-setting.ts';
import type { ExchangeSettings } from '../exchange-settings.server.ts';
import { holdScope } from '../holds/may-hold.ts';
import { useExchangeWords } from './words.ts';

/** What is proposed to whoever turns it on: two days to bring a parcel to the post. */
const usualHours = 48;
const ways = ['on_receipt', 'at_once'] as const;
const asItIs = (value: ExchangeRules) => value;

/** How a shop exchanges: whether goods are set aside, and when they leave. */
export function ExchangeSettingsPage({ rules, mayHold }: ExchangeSettings) {
  const { t } = useExchangeWords();
  const { shop } = useAdmin();
  const form = useSettingForm(rules, { intent: 'save-exchanges', toDraft: asItIs, toValue: asItIs });
  const { draft: { value, change }, errorOf } = form;
  return (
    <SettingPage title={t('settings.title')} intro={t('settings.intro')} forms={[form]}>
      <TitledCard title={t('settings.hold.title')} text={t('settings.hold.text')}>
        <FormLayout>
          <Checkbox label={t('settings.hold.on')} checked={value.holdHours !== null} onChange={(on) => change({ holdHours: on ? usualHours : null })} />
          {value.holdHours !== null && (
            <NumberField label={t('settings.hold.hours')} suffix={t('settings.hold.hoursSuffix')} helpText={t('settings.hold.hoursHelp')} min={1} max={720} value={value.holdHours} onChange={(holdHours) => change({ holdHours })} error={errorOf('holdHours')} />
          )}
        </FormLayout>
        {value.holdHours !== null && !mayHold && <Permission />}
      </TitledCard>
      <TitledCard title={t('settings.send.title')}>
        <FormLayout>
          <ChoiceList
            title={t('settings.send.label')}
            titleHidden
            choices={ways.map((way) => ({ value: way, label: t(`settings.send.${way}`), helpText: t(`settings.send.${way}Help`) }))}
            selected={[value.send]}
            onChange={([chosen]) => change({ send: ways.find((way) => way === chosen) ?? 'on_receipt' })}
          />
          {value.send === 'at_once' && (
            <TextField label={t('settings.send.upTo')} helpText={t('settings.send.upToHelp')} type="text" inputMode="decimal" autoComplete="off" suffix={shop.currency} value={value.atOnceUpTo} onChange={(atOnceUpTo) => change({ atOnceUpTo })} error={errorOf('atOnceUpTo')} />
          )}
        </FormLayout>
      </TitledCard>
    </SettingPage>
  );
}

/** Asks the shop to let us move its stock. */
function Permission() {
  const { t } = useExchangeWords();
  const { revalidate } = useRevalidator();
  const { answer, ask } = useScopeRequest(holdScope, revalidate);
  return (
    <div role="status">
      {answer === 'granted' ? (
        <Text as="p" tone="success">
          {t('settings.hold.granted')}
        </Text>
      ) : (
        <Banner tone="warning">
          <BlockStack gap="200">
            <Text as="p">{t(answer === 'declined' ? 'settings.hold.declined' : 'settings.hold.notAllowed')}</Text>
            <InlineStack>
              <Button onClick={ask}>{t('settings.hold.allow')}</Button>
            </InlineStack>
          </BlockStack>
        </Banner>
      )}
    </div>
  );
}
