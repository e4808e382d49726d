import { BlockStack, Button, Checkbox, Divider, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { NumberField } from '#app/ui/number-field.tsx';
import { AnnouncementFields } from './announcement-fields.tsx';
import { BannerFields } from './banner-fields.tsx';
import { LastOrders } from './last-orders.tsx';
import { NotesFields } from './notes-fields.tsx';
import type { ProfilePart } from './profile-draft.ts';
import { usePeakWords } from './words.ts';

interface Props extends ProfilePart {
  countries: readonly string[];
  carriers: readonly { key: string; name: string }[];
  kinds: readonly string[];
  subscribers: number;
}

/** Everything that one profile changes, part by part. */
export function ProfileFields({ countries, carriers, kinds, subscribers, ...part }: Props) {
  const { t } = usePeakWords();
  const { profile, errorOf, onChange } = part;
  return (
    <BlockStack gap="500">
      <FormLayout>
        <TextField label={t('name')} helpText={t('nameHelp')} autoComplete="off" maxLength={80} value={profile.name} onChange={(name) => onChange({ name })} error={errorOf('name')} />
        <FormLayout.Group condensed>
          <TextField label={t('from')} type="date" autoComplete="off" value={profile.from} onChange={(from) => onChange({ from })} error={errorOf('from')} />
          <TextField label={t('to')} type="date" autoComplete="off" value={profile.to} onChange={(to) => onChange({ to })} error={errorOf('to')} />
        </FormLayout.Group>
      </FormLayout>
      <Part title={t('banner.title')} text={t('banner.text')}>
        <Checkbox label={t('banner.on')} checked={profile.banner.on} onChange={(on) => onChange({ banner: { ...profile.banner, on } })} />
        {profile.banner.on && <BannerFields {...part} />}
      </Part>
      <Part title={t('lastOrders.title')} text={t('lastOrders.text')}>
        <LastOrders {...part} countries={countries} />
      </Part>
      <Part title={t('promises.title')} text={t('promises.text')}>
        <Promises {...part} carriers={carriers} />
      </Part>
      <Part title={t('notes.title')} text={t('notes.text')}>
        <NotesFields {...part} kinds={kinds} />
      </Part>
      <Part title={t('reviews.title')} text={t('reviews.text')}>
        <Checkbox label={t('reviews.off')} checked={profile.reviewsOff} onChange={(reviewsOff) => onChange({ reviewsOff })} />
      </Part>
      <Part title={t('announcement.title')} text={t('announcement.text', { count: subscribers })}>
        <AnnouncementFields {...part} />
      </Part>
    </BlockStack>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <BlockStack gap="400">
      <Divider />
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        <Text as="p" tone="subdued">
          {text}
        </Text>
      </BlockStack>
      {children}
    </BlockStack>
  );
}

function Promises({ profile: { extraDays, carriers: own }, errorOf, onChange, carriers }: ProfilePart & Pick<Props, 'carriers'>) {
  const { t } = usePeakWords();
  const nameOf = (key: string) => carriers.find((one) => one.key === key)?.name ?? key;
  const free = carriers.filter(({ key }) => own.every(({ carrier }) => carrier !== key));
  return (
    <BlockStack gap="300">
      <NumberField label={t('promises.extraDays')} max={30} value={extraDays} onChange={(days) => onChange({ extraDays: days })} error={errorOf('extraDays')} />
      {own.map(({ carrier, extraDays: days }, at) => (
        <InlineStack key={carrier} gap="300" blockAlign="end" wrap={false}>
          <div style={{ flex: 1 }}>
            <NumberField
              label={t('promises.ofCarrier', { carrier: nameOf(carrier) })}
              max={30}
              value={days}
              onChange={(changed) => onChange({ carriers: own.map((one, index) => (index === at ? { carrier, extraDays: changed } : one)) })}
              error={errorOf(`carriers.${at}.extraDays`)}
            />
          </div>
          <Button onClick={() => onChange({ carriers: own.filter((_, index) => index !== at) })} accessibilityLabel={t('removeOne', { name: nameOf(carrier) })}>
            {t('remove')}
          </Button>
        </InlineStack>
      ))}
      <Select
        label={t('promises.addCarrier')}
        options={[{ value: '', label: t('promises.noCarrier') }, ...free.map(({ key, name }) => ({ value: key, label: name }))]}
        value=""
        onChange={(carrier) => carrier !== '' && onChange({ carriers: [...own, { carrier, extraDays }] })}
      />
    </BlockStack>
  );
}
