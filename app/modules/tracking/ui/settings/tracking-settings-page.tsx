import { BlockStack, Box, Checkbox, ChoiceList, FormLayout, Link, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import type { Access } from '#app/modules/access/index.server.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm, type SettingForm } from '#app/ui/use-setting-form.ts';
import type { PolicyHandle, TrackingPage } from '../../tracking-page-setting.ts';
import { useTrackingSettingWords } from './words.ts';

export interface TrackingSettingsProps {
  page: { value: TrackingPage; version: number };
  access: { value: Access; version: number };
  /** The page on the storefront. */
  storefront: string;
}

const unchanged = <Value,>(intent: string) => ({ intent, toDraft: (value: Value) => value, toValue: (value: Value) => value });
const pageShape = unchanged<TrackingPage>('save-page');
const accessShape = unchanged<Access>('save-access');
const policies = ['refund-policy', 'shipping-policy', 'terms-of-service', 'privacy-policy'] as const satisfies readonly PolicyHandle[];
const codeTimes = ['personal', 'always', 'never'] as const satisfies readonly Access['askForCode'][];

/** How the customers' tracking page speaks, looks, and what it shows to whom. */
export function TrackingSettingsPage({ page, access, storefront }: TrackingSettingsProps) {
  const { t } = useTrackingSettingWords();
  const form = useSettingForm(page, pageShape);
  const privacy = useSettingForm(access, accessShape);
  return (
    <SettingPage title={t('title')} forms={[form, privacy]}>
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Link url={storefront} target="_blank">
          {t('open')}
        </Link>
      </Box>
      <Texts form={form} />
      <Look form={form} />
      <Links form={form} />
      <TitledCard title={t('privacy.title')} text={t('privacy.text')}>
        <ChoiceList
          title={t('privacy.code')}
          choices={codeTimes.map((value) => ({ value, label: t(`privacy.${value}`), helpText: t(`privacy.${value}Help`) }))}
          selected={[privacy.draft.value.askForCode]}
          onChange={([chosen]) => privacy.draft.change({ askForCode: codeTimes.find((value) => value === chosen) ?? 'personal' })}
          error={privacy.errorOf('askForCode')}
        />
      </TitledCard>
    </SettingPage>
  );
}

interface PartProps {
  form: SettingForm<TrackingPage>;
}

function Texts({ form: { draft, errorOf } }: PartProps) {
  const { t } = useTrackingSettingWords();
  const { locale } = useAdmin();
  const [language, setLanguage] = useState<CustomerLocale>(customerLocales.find((known) => known === locale) ?? 'en');
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const { heading, intro } = draft.value;
  return (
    <TitledCard title={t('texts.title')} text={t('texts.text')}>
      <FormLayout>
        <Select
          label={t('texts.language')}
          options={customerLocales.map((value) => ({ value, label: heading[value] || intro[value] ? t('texts.own', { language: names.of(value) ?? value }) : (names.of(value) ?? value) }))}
          value={language}
          onChange={(value) => setLanguage(customerLocales.find((known) => known === value) ?? 'en')}
        />
        <TextField label={t('texts.heading')} autoComplete="off" maxLength={500} value={heading[language] ?? ''} onChange={(text) => draft.change({ heading: { ...heading, [language]: text } })} error={errorOf(`heading.${language}`)} />
        <TextField label={t('texts.intro')} autoComplete="off" multiline={3} maxLength={500} value={intro[language] ?? ''} onChange={(text) => draft.change({ intro: { ...intro, [language]: text } })} error={errorOf(`intro.${language}`)} />
      </FormLayout>
    </TitledCard>
  );
}

function Look({ form: { draft, errorOf } }: PartProps) {
  const { t } = useTrackingSettingWords();
  const { accent, radius, showCarrierLink } = draft.value;
  const colour = /^#[0-9a-f]{6}$/i.test(accent) ? accent : null;
  return (
    <TitledCard title={t('look.title')}>
      <FormLayout>
        <TextField
          label={t('look.accent')}
          helpText={t('look.accentHelp')}
          autoComplete="off"
          placeholder="#2e8b57"
          value={accent}
          onChange={(text) => draft.change({ accent: text.trim() })}
          error={errorOf('accent')}
          prefix={<span style={{ display: 'inline-block', width: 16, height: 16, borderRadius: 4, border: '1px solid #8a8a8a', background: colour ?? 'transparent' }} />}
        />
        <NumberField label={t('look.radius')} helpText={t('look.radiusHelp')} suffix="px" max={32} value={radius} onChange={(figure) => draft.change({ radius: figure })} error={errorOf('radius')} />
        <Checkbox label={t('look.carrierLink')} checked={showCarrierLink} onChange={(shown) => draft.change({ showCarrierLink: shown })} />
      </FormLayout>
    </TitledCard>
  );
}

function Links({ form: { draft, errorOf } }: PartProps) {
  const { t } = useTrackingSettingWords();
  const { contactUrl, returnUrl, recommendedCollection, policies: named } = draft.value;
  return (
    <TitledCard title={t('links.title')} text={t('links.text')}>
      <BlockStack gap="400">
        <FormLayout>
          <TextField label={t('links.contact')} helpText={t('links.contactHelp')} autoComplete="off" value={contactUrl} onChange={(text) => draft.change({ contactUrl: text })} error={errorOf('contactUrl')} />
          <TextField label={t('links.return')} helpText={t('links.returnHelp')} autoComplete="off" value={returnUrl} onChange={(text) => draft.change({ returnUrl: text })} error={errorOf('returnUrl')} />
          <TextField label={t('links.collection')} helpText={t('links.collectionHelp')} autoComplete="off" value={recommendedCollection} onChange={(text) => draft.change({ recommendedCollection: text.trim() })} error={errorOf('recommendedCollection')} />
        </FormLayout>
        <BlockStack gap="200">
          <ChoiceList
            allowMultiple
            title={t('links.policies')}
            choices={policies.map((value) => ({ value, label: t(`policy.${value}`) }))}
            selected={named}
            onChange={(chosen) => draft.change({ policies: policies.filter((policy) => chosen.includes(policy)) })}
          />
          <Text as="p" tone="subdued">
            {t('links.policiesHelp')}
          </Text>
        </BlockStack>
      </BlockStack>
    </TitledCard>
  );
}
