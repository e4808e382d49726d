import { BlockStack, Box, Button, FormLayout, Select } from '@shopify/polaris';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import { ticketChannels } from '../../tickets/ticket.ts';
import type { Keeping } from '../keeping-setting.ts';
import { PersonCard } from './person-card.tsx';
import { readingsAddress } from './readings-query.ts';
import { useKeepingWords } from './words.ts';

const asItIs = (value: Keeping) => value;
const offeredMonths = [1, 3, 6, 12, 24, 36, 60];
const offeredDays = [7, 14, 30, 60, 90];

/** How long the words of conversations are kept, what is known of one person, and who read what. */
export function KeepingPage({ keeping }: { keeping: { value: Keeping; version: number } }) {
  const { t } = useKeepingWords();
  const form = useSettingForm(keeping, { intent: 'save-keeping', toDraft: asItIs, toValue: asItIs });
  const { draft: { value, change }, errorOf } = form;
  const months = (own: number | null) => [...new Set([...offeredMonths, ...(own === null ? [] : [own])])].sort((one, other) => one - other).map((count) => ({ value: String(count), label: t('months', { count }) }));
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      <TitledCard title={t('words.title')} text={t('words.text')}>
        <FormLayout>
          {ticketChannels.map((channel) => (
            <Select
              key={channel}
              label={t(`words.${channel}`)}
              options={[{ value: '', label: t('forGood') }, ...months(value[channel])]}
              value={value[channel] === null ? '' : String(value[channel])}
              error={errorOf(channel)}
              onChange={(chosen) => change({ [channel]: chosen === '' ? null : Number(chosen) })}
            />
          ))}
          <Select
            label={t('words.spam')}
            options={[...new Set([...offeredDays, value.spamDays])].sort((one, other) => one - other).map((count) => ({ value: String(count), label: t('days', { count }) }))}
            value={String(value.spamDays)}
            error={errorOf('spamDays')}
            onChange={(chosen) => change({ spamDays: Number(chosen) })}
          />
        </FormLayout>
      </TitledCard>
      <PersonCard />
      <TitledCard title={t('readings.title')} text={t('readings.text')}>
        <BlockStack gap="300">
          <Select label={t('readings.kept')} options={months(value.readings)} value={String(value.readings)} error={errorOf('readings')} onChange={(chosen) => change({ readings: Number(chosen) })} />
          <Box>
            <Button url={readingsAddress}>{t('readings.look')}</Button>
          </Box>
        </BlockStack>
      </TitledCard>
    </SettingPage>
  );
}
