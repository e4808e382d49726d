import { Banner, BlockStack, Checkbox, FormLayout, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm, type SettingForm } from '#app/ui/use-setting-form.ts';
import type { WaysBackView } from '../../ways/ways-back-view.server.ts';
import { useLabelWords } from '../words.ts';
import { Countries } from './countries-field.tsx';
import { errorIn } from './error-in.ts';
import { LabelAccountCard } from './label-account-card.tsx';
import { PlacesCard } from './places-card.tsx';
import { toDraft, toValue, type WaysDraft } from './ways-draft.ts';

type Form = SettingForm<WaysDraft>;

const shape = { intent: 'save-ways', toDraft, toValue };
const makers = ['hand', 'easypost', 'shippo', 'nobody'] as const;

/** How customers send goods back: labels, places, their own carriers, and how to pack. */
export function WaysBackPage({ ways, accounts, locations, packing }: WaysBackView) {
  const { t } = useLabelWords();
  const form = useSettingForm(ways, shape);
  return (
    <SettingPage title={t('settings.title')} intro={t('settings.intro')} forms={[form]}>
      <OurLabel form={form} accounts={accounts} />
      {accounts.map((account) => (
        <LabelAccountCard key={account.service} account={account} />
      ))}
      <PlacesCard form={form} />
      <OwnCarrier form={form} />
      <ParcelCard form={form} locations={locations} />
      <Packing form={form} packing={packing} />
    </SettingPage>
  );
}

function OurLabel({ form: { draft, errorOf }, accounts }: { form: Form; accounts: WaysBackView['accounts'] }) {
  const { t } = useLabelWords();
  const { label } = draft.value;
  const change = (part: Partial<WaysDraft['label']>) => draft.change({ label: { ...label, ...part } });
  const account = accounts.find(({ service }) => service === label.by);
  return (
    <TitledCard title={t('settings.label.title')}>
      <FormLayout>
        <Select label={t('settings.label.by')} options={makers.map((value) => ({ value, label: t(`settings.label.${value}`) }))} value={label.by} onChange={(by) => change({ by: makers.find((maker) => maker === by) ?? 'hand' })} error={errorOf('label.by')} />
        {account && !account.connected && (
          <Banner tone="warning">
            <p>{t('settings.label.notConnected')}</p>
          </Banner>
        )}
        {account && (
          <>
            <Checkbox label={t('settings.label.qr')} helpText={t('settings.label.qrHelp')} checked={label.qr} onChange={(qr) => change({ qr })} />
            <TextField label={t('settings.label.allowed')} helpText={t('settings.label.allowedHelp')} multiline={3} autoComplete="off" value={label.allowed} onChange={(allowed) => change({ allowed })} error={errorIn(errorOf, 'label.allowed')} />
            <Text as="p" tone="subdued">
              {t('settings.label.customs')}
            </Text>
          </>
        )}
        {label.by !== 'nobody' && <Countries value={label.countries} onChange={(countries) => change({ countries })} error={errorIn(errorOf, 'label.countries')} />}
      </FormLayout>
    </TitledCard>
  );
}

function OwnCarrier({ form: { draft, errorOf } }: { form: Form }) {
  const { t } = useLabelWords();
  const { own } = draft.value;
  return (
    <TitledCard title={t('settings.own.title')} text={t('settings.own.always')}>
      <FormLayout>
        <Checkbox label={t('settings.own.offered')} checked={own.offered} onChange={(offered) => draft.change({ own: { ...own, offered } })} />
        {own.offered && <Countries value={own.countries} onChange={(countries) => draft.change({ own: { ...own, countries } })} error={errorIn(errorOf, 'own.countries')} />}
      </FormLayout>
    </TitledCard>
  );
}

function ParcelCard({ form: { draft, errorOf }, locations }: { form: Form; locations: WaysBackView['locations'] }) {
  const { t } = useLabelWords();
  const { parcel, locationId } = draft.value;
  const field = (measure: keyof typeof parcel, suffix: string) => (
    <NumberField label={t(`settings.parcel.${measure}`)} suffix={suffix} min={1} value={parcel[measure]} onChange={(figure) => draft.change({ parcel: { ...parcel, [measure]: figure } })} error={errorOf(`parcel.${measure}`)} />
  );
  const known = locations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <TitledCard title={t('settings.parcel.title')} text={t('settings.parcel.text')}>
      <FormLayout>
        <Select label={t('settings.parcel.location')} options={[{ value: '', label: t('settings.parcel.first') }, ...known]} value={locationId ?? ''} onChange={(id) => draft.change({ locationId: id || null })} error={errorOf('locationId')} />
        <FormLayout.Group condensed>
          {field('length', 'cm')}
          {field('width', 'cm')}
          {field('height', 'cm')}
        </FormLayout.Group>
        <FormLayout.Group condensed>
          {field('packaging', 'g')}
          {field('item', 'g')}
        </FormLayout.Group>
      </FormLayout>
    </TitledCard>
  );
}

function Packing({ form: { draft, errorOf }, packing: ours }: { form: Form; packing: WaysBackView['packing'] }) {
  const { t } = useLabelWords();
  const { locale } = useAdmin();
  const [language, setLanguage] = useState<CustomerLocale>(customerLocales.find((known) => known === locale) ?? 'en');
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const { packing } = draft.value;
  const named = (value: CustomerLocale) => (packing[value] ? t('settings.packing.own', { language: names.of(value) ?? value }) : (names.of(value) ?? value));
  return (
    <TitledCard title={t('settings.packing.title')} text={t('settings.packing.text')}>
      <BlockStack gap="400">
        <Select label={t('settings.packing.language')} options={customerLocales.map((value) => ({ value, label: named(value) }))} value={language} onChange={(value) => setLanguage(customerLocales.find((known) => known === value) ?? 'en')} />
        <TextField
          label={t('settings.packing.words')}
          autoComplete="off"
          multiline={5}
          maxLength={2000}
          placeholder={ours.find((one) => one.locale === language)?.words}
          value={packing[language] ?? ''}
          onChange={(words) => draft.change({ packing: { ...packing, [language]: words } })}
          error={errorOf(`packing.${language}`)}
        />
      </BlockStack>
    </TitledCard>
  );
}
