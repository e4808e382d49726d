import { Badge, BlockStack, Button, ButtonGroup, Card, Divider, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { countryName } from '#app/kernel/place.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useCountries } from '#app/ui/use-countries.ts';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { Disruption } from '../disruptions.ts';
import { usePromiseWords } from './words.ts';

export interface DisruptionsPageProps {
  disruptions: { value: Disruption[]; version: number };
  countries: readonly string[];
  carriers: readonly { key: string; name: string }[];
  /** The shop's day. */
  today: string;
}

const wrapped = { intent: 'save-disruptions', toDraft: (items: Disruption[]) => ({ items }), toValue: ({ items }: { items: Disruption[] }) => items };

/** What is slow at present: a strike, a storm, a border. Promises and warnings take it into account. */
export function DisruptionsPage({ disruptions, countries, carriers, today }: DisruptionsPageProps) {
  const { t } = usePromiseWords();
  const form = useSettingForm(disruptions, wrapped);
  const { items } = form.draft.value;
  const change = (next: Disruption[]) => form.draft.change({ items: next });
  const [open, setOpen] = useState<number | null>(null);
  const named = useCountries(countries);
  const add = () => {
    change([{ carrier: null, country: null, from: today, to: today, extraDays: 2, reason: '' }, ...items]);
    setOpen(0);
  };
  return (
    <SettingPage title={t('disruptions.title')} forms={[form]}>
      <TitledCard title={t('disruptions.heading')} text={t('disruptions.text')}>
        <InlineStack>
          <Button onClick={add} disabled={items.length >= 100}>
            {t('disruptions.add')}
          </Button>
        </InlineStack>
        {items.length === 0 && <Text as="p">{t('disruptions.none')}</Text>}
      </TitledCard>
      {items.map((item, at) => (
        <Card key={at}>
          <BlockStack gap="400">
            <Head item={item} today={today} carriers={carriers} />
            <ButtonGroup>
              <Button onClick={() => setOpen(open === at ? null : at)} ariaExpanded={open === at}>
                {t(open === at ? 'disruptions.close' : 'disruptions.edit')}
              </Button>
              {item.from <= today && ended(item, today).to < item.to && <Button onClick={() => change(items.map((other, index) => (index === at ? ended(other, today) : other)))}>{t('disruptions.end')}</Button>}
              <Button
                tone="critical"
                onClick={() => {
                  change(items.filter((_, index) => index !== at));
                  setOpen(null);
                }}
              >
                {t('disruptions.remove')}
              </Button>
            </ButtonGroup>
            {(open === at || hasError(form.errorOf, at)) && (
              <>
                <Divider />
                <Fields item={item} at={at} carriers={carriers} countries={named} errorOf={form.errorOf} onChange={(part) => change(items.map((other, index) => (index === at ? { ...other, ...part } : other)))} />
              </>
            )}
          </BlockStack>
        </Card>
      ))}
    </SettingPage>
  );
}

const fields = ['carrier', 'country', 'from', 'to', 'extraDays', 'reason'] as const;

function hasError(errorOf: (path: string) => string | undefined, at: number): boolean {
  return fields.some((field) => errorOf(`${at}.${field}`) !== undefined);
}

/** Over since yesterday; one that began today is over with today. */
function ended(item: Disruption, today: string): Disruption {
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  return { ...item, to: yesterday >= item.from ? yesterday : item.from };
}

function Head({ item, today, carriers }: { item: Disruption; today: string; carriers: DisruptionsPageProps['carriers'] }) {
  const { t } = usePromiseWords();
  const { formats, locale } = useAdmin();
  const state = item.to < today ? 'over' : item.from > today ? 'coming' : 'running';
  const who = [item.carrier && (carriers.find(({ key }) => key === item.carrier)?.name ?? item.carrier), item.country && countryName(item.country, locale)].filter(Boolean).join(' · ');
  const span = item.from && item.to ? t('disruptions.span', { from: formats.calendarDay(item.from), to: formats.calendarDay(item.to) }) : null;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {who || t('disruptions.new')}
        </Text>
        <Badge tone={state === 'running' ? 'warning' : undefined}>{t(`disruptions.${state}`)}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued" breakWord>
        {[span, Number.isFinite(item.extraDays) && t('disruptions.extra', { count: item.extraDays }), item.reason].filter(Boolean).join(' · ')}
      </Text>
    </BlockStack>
  );
}

interface FieldsProps {
  item: Disruption;
  at: number;
  carriers: DisruptionsPageProps['carriers'];
  countries: readonly { value: string; label: string }[];
  errorOf(path: string): string | undefined;
  onChange(part: Partial<Disruption>): void;
}

function Fields({ item, at, carriers, countries, errorOf, onChange }: FieldsProps) {
  const { t } = usePromiseWords();
  const wrong = (field: (typeof fields)[number]) => errorOf(`${at}.${field}`);
  return (
    <FormLayout>
      <Select label={t('disruptions.carrier')} options={[{ value: '', label: t('zones.anyCarrier') }, ...carriers.map(({ key, name }) => ({ value: key, label: name }))]} value={item.carrier ?? ''} onChange={(carrier) => onChange({ carrier: carrier || null })} />
      <Select label={t('disruptions.country')} options={[{ value: '', label: t('disruptions.anyCountry') }, ...countries]} value={item.country ?? ''} onChange={(country) => onChange({ country: country || null })} error={wrong('country')} />
      <FormLayout.Group condensed>
        <TextField label={t('disruptions.from')} type="date" autoComplete="off" value={item.from} onChange={(from) => onChange({ from })} error={wrong('from')} />
        <TextField label={t('disruptions.to')} type="date" autoComplete="off" value={item.to} onChange={(to) => onChange({ to })} error={wrong('to')} />
      </FormLayout.Group>
      <NumberField label={t('disruptions.extraDays')} min={1} max={60} value={item.extraDays} onChange={(extraDays) => onChange({ extraDays })} error={wrong('extraDays')} />
      <TextField label={t('disruptions.reason')} helpText={t('disruptions.reasonHelp')} autoComplete="off" maxLength={200} value={item.reason} onChange={(reason) => onChange({ reason })} error={wrong('reason')} />
    </FormLayout>
  );
}
