import { BlockStack, Checkbox, ChoiceList, FormLayout, Select, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { Voice } from '../voice-setting.ts';
import { kindKey, useMessageWords } from './words.ts';

/** A kind of message that may be urgent, and whether it is unless the merchant decides. */
export interface KindUrgency {
  kind: string;
  urgent: boolean;
}

interface Props {
  voice: { value: Voice; version: number };
  kinds: readonly KindUrgency[];
}

const same = { intent: 'save-voice', toDraft: (value: Voice) => value, toValue: (value: Voice) => value };

/** When what nobody asked for leaves: quiet hours, the pause between two messages, and what waits for neither. */
export function VoicePage({ voice, kinds }: Props) {
  const { t, name } = useMessageWords();
  const form = useSettingForm(voice, same);
  const { value, change } = form.draft;
  const hours = useHours();
  return (
    <SettingPage title={t('voice.title')} intro={t('voice.intro')} forms={[form]}>
      <TitledCard title={t('voice.quiet')} text={t('voice.quietText')}>
        <FormLayout>
          <FormLayout.Group condensed>
            <Select label={t('voice.from')} options={hours} value={String(value.quietFrom)} onChange={(hour) => change({ quietFrom: Number(hour) })} error={form.errorOf('quietFrom')} />
            <Select label={t('voice.until')} options={hours} value={String(value.quietUntil)} onChange={(hour) => change({ quietUntil: Number(hour) })} error={form.errorOf('quietUntil')} />
          </FormLayout.Group>
          {value.quietFrom === value.quietUntil ? (
            <Text as="p" tone="subdued">
              {t('voice.never')}
            </Text>
          ) : (
            <ChoiceList
              allowMultiple
              title={t('voice.for')}
              choices={[
                { value: 'sms', label: t('voice.sms') },
                { value: 'email', label: t('voice.email') },
              ]}
              selected={[...(value.quietSms ? ['sms'] : []), ...(value.quietEmail ? ['email'] : [])]}
              onChange={(chosen) => change({ quietSms: chosen.includes('sms'), quietEmail: chosen.includes('email') })}
            />
          )}
        </FormLayout>
      </TitledCard>
      <TitledCard title={t('voice.pause')} text={t('voice.pauseText')}>
        <NumberField
          label={t('voice.minutes')}
          helpText={t('voice.minutesHelp')}
          min={0}
          max={1_440}
          value={value.pauseMinutes}
          onChange={(pauseMinutes) => change({ pauseMinutes })}
          error={form.errorOf('pauseMinutes')}
        />
      </TitledCard>
      <TitledCard title={t('voice.urgent')} text={t('voice.urgentText')}>
        <BlockStack gap="300">
          <ChoiceList
            allowMultiple
            title={t('voice.urgent')}
            titleHidden
            choices={kinds.map(({ kind }) => ({ value: kind, label: name('kind', kindKey(kind)) }))}
            selected={kinds.filter(({ kind, urgent }) => value.urgent[kind] ?? urgent).map(({ kind }) => kind)}
            onChange={(chosen) => change({ urgent: differing(kinds, chosen, value.urgent) })}
          />
          <Text as="p" tone="subdued">
            {t('voice.others')}
          </Text>
        </BlockStack>
      </TitledCard>
      <TitledCard title={t('voice.links')} text={t('voice.linksText')}>
        <Checkbox label={t('voice.noteFollowed')} helpText={t('voice.noteFollowedHelp')} checked={value.noteFollowed} onChange={(noteFollowed) => change({ noteFollowed })} />
      </TitledCard>
    </SettingPage>
  );
}

/** What is decided otherwise than the kinds themselves say; what is not on the page stays as it was. */
function differing(kinds: readonly KindUrgency[], chosen: readonly string[], before: Voice['urgent']): Voice['urgent'] {
  const elsewhere = Object.entries(before).filter(([kind]) => !kinds.some((shown) => shown.kind === kind));
  const here = kinds.filter(({ kind, urgent }) => chosen.includes(kind) !== urgent).map(({ kind, urgent }) => [kind, !urgent] as const);
  return Object.fromEntries([...elsewhere, ...here]);
}

/** The hours of the day as the reader writes them. */
function useHours() {
  const { locale } = useAdmin();
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  return Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: format.format(new Date(hour * 3_600_000)) }));
}
