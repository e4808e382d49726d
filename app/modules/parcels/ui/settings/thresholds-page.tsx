import { BlockStack, Button, ChoiceList, FormLayout, InlineStack, Tag, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import { troubleKinds } from '../../records.ts';
import type { TroubleThresholds } from '../../trouble/thresholds.ts';
import { useParcelWords } from '../words.ts';

const same = { intent: 'save-thresholds', toDraft: (value: TroubleThresholds) => value, toValue: (value: TroubleThresholds) => value };
const figures = [
  { key: 'lateToShipGraceDays', max: 30, min: 0 },
  { key: 'noFirstScanDays', max: 30, min: 0 },
  { key: 'silenceFloorHours', max: 720, min: 24 },
  { key: 'pastDateGraceDays', max: 14, min: 0 },
  { key: 'customsDays', max: 30, min: 0 },
  { key: 'attempts', max: 10, min: 1 },
] as const;

/** From when on a parcel or an order counts as in trouble, and of what the merchant does not want to hear. */
export function ThresholdsPage({ thresholds }: { thresholds: { value: TroubleThresholds; version: number } }) {
  const { t, name } = useParcelWords();
  const form = useSettingForm(thresholds, same);
  const { value, change } = form.draft;
  return (
    <SettingPage title={t('settings.troubles.title')} forms={[form]}>
      <TitledCard title={t('settings.troubles.when')} text={t('settings.troubles.whenText')}>
        <FormLayout>
          {figures.map(({ key, min, max }) => (
            <NumberField
              key={key}
              label={t(`settings.troubles.${key}`)}
              helpText={t(`settings.troubles.${key}Help`)}
              min={min}
              max={max}
              value={value[key]}
              onChange={(figure) => change({ [key]: figure })}
              error={form.errorOf(key)}
            />
          ))}
        </FormLayout>
      </TitledCard>
      <TitledCard title={t('settings.troubles.waiting')} text={t('settings.troubles.waitingText')}>
        <Tags tags={value.waitingTags} error={form.errorOf('waitingTags')} onChange={(waitingTags) => change({ waitingTags })} />
      </TitledCard>
      <TitledCard title={t('settings.troubles.watched')} text={t('settings.troubles.watchedText')}>
        <ChoiceList
          allowMultiple
          title={t('settings.troubles.watched')}
          titleHidden
          choices={troubleKinds.map((kind) => ({ value: kind, label: name('trouble', kind) }))}
          selected={troubleKinds.filter((kind) => !value.unwatched.includes(kind))}
          onChange={(chosen) => change({ unwatched: troubleKinds.filter((kind) => !chosen.includes(kind)) })}
        />
      </TitledCard>
    </SettingPage>
  );
}

function Tags({ tags, error, onChange }: { tags: readonly string[]; error: string | undefined; onChange(tags: string[]): void }) {
  const { t } = useParcelWords();
  const [typed, setTyped] = useState('');
  const add = () => {
    const tag = typed.trim();
    if (tag !== '' && !tags.some((known) => known.toLowerCase() === tag.toLowerCase())) onChange([...tags, tag]);
    setTyped('');
  };
  return (
    <BlockStack gap="300">
      <TextField
        label={t('settings.troubles.tag')}
        autoComplete="off"
        maxLength={255}
        value={typed}
        onChange={setTyped}
        error={error}
        connectedRight={
          <Button onClick={add} disabled={typed.trim() === ''}>
            {t('settings.troubles.addTag')}
          </Button>
        }
      />
      {tags.length > 0 && (
        <InlineStack gap="100">
          {tags.map((tag) => (
            <Tag key={tag} onRemove={() => onChange(tags.filter((other) => other !== tag))}>
              {tag}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
