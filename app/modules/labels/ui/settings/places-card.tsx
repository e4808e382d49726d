import { BlockStack, Button, Divider, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { Fragment } from 'react';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { SettingForm } from '#app/ui/use-setting-form.ts';
import { useLabelWords } from '../words.ts';
import { Countries } from './countries-field.tsx';
import { errorIn } from './error-in.ts';
import type { WaysDraft } from './ways-draft.ts';

type Place = WaysDraft['places'][number];

/** Where customers may bring returns to. */
export function PlacesCard({ form: { draft, errorOf } }: { form: SettingForm<WaysDraft> }) {
  const { t } = useLabelWords();
  const { places } = draft.value;
  const change = (at: number, part: Partial<Place>) => draft.change({ places: places.map((place, where) => (where === at ? { ...place, ...part } : place)) });
  return (
    <TitledCard title={t('settings.places.title')} text={t('settings.places.text')}>
      {places.length === 0 && <Text as="p" tone="subdued">{t('settings.places.none')}</Text>}
      {places.map((place, at) => (
        <Fragment key={place.id}>
          {at > 0 && <Divider />}
          <PlaceFields place={place} errorOf={(field) => errorIn(errorOf, `places.${at}.${field}`)} onChange={(part) => change(at, part)} onRemove={() => draft.change({ places: places.filter((one) => one.id !== place.id) })} />
        </Fragment>
      ))}
      <InlineStack>
        <Button onClick={() => draft.change({ places: [...places, { id: crypto.randomUUID(), kind: 'drop_off', name: '', address: '', hours: '', url: '', countries: '' }] })}>{t('settings.places.add')}</Button>
      </InlineStack>
    </TitledCard>
  );
}

interface PlaceProps {
  place: Place;
  errorOf(field: string): string | undefined;
  onChange(part: Partial<Place>): void;
  onRemove(): void;
}

function PlaceFields({ place, errorOf, onChange, onRemove }: PlaceProps) {
  const { t } = useLabelWords();
  const name = place.name || t('settings.places.new');
  return (
    <BlockStack gap="300">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm" breakWord>{name}</Text>
        <Button variant="tertiary" tone="critical" onClick={onRemove}>{t('settings.places.remove', { name })}</Button>
      </InlineStack>
      <FormLayout>
        <Select label={t('settings.places.kind')} options={(['drop_off', 'shop'] as const).map((value) => ({ value, label: t(`settings.places.${value}`) }))} value={place.kind} onChange={(kind) => onChange({ kind: kind === 'shop' ? 'shop' : 'drop_off' })} />
        <TextField label={t('settings.places.name')} autoComplete="off" maxLength={120} value={place.name} onChange={(typed) => onChange({ name: typed })} error={errorOf('name')} />
        <TextField label={t('settings.places.address')} autoComplete="off" multiline={2} maxLength={300} value={place.address} onChange={(address) => onChange({ address })} error={errorOf('address')} />
        <TextField label={t('settings.places.hours')} autoComplete="off" maxLength={300} value={place.hours} onChange={(hours) => onChange({ hours })} error={errorOf('hours')} />
        <TextField label={t('settings.places.url')} type="url" autoComplete="off" maxLength={500} value={place.url} onChange={(url) => onChange({ url })} error={errorOf('url')} />
        <Countries value={place.countries} onChange={(countries) => onChange({ countries })} error={errorOf('countries')} />
      </FormLayout>
    </BlockStack>
  );
}
