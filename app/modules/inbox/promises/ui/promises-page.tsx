import { BlockStack, Checkbox, FormLayout, Link, Select, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import { ticketChannels } from '../../tickets/ticket.ts';
import type { Counts } from '../promise-setting.ts';
import type { PromisesView } from '../promises-view.server.ts';
import { DurationField } from './duration-field.tsx';
import { toDraft, toValue } from './promises-draft.ts';
import { TargetsFields } from './targets-fields.tsx';
import { ValuedCard } from './valued-card.tsx';
import { usePromiseWords } from './words.ts';

/** What customers are promised: how soon they hear a word and are helped, channel by channel, and what they read of it. */
export function PromisesPage({ view: { promises, published, expected } }: { view: PromisesView }) {
  const { t } = usePromiseWords();
  const { formats } = useAdmin();
  const form = useSettingForm(promises, { intent: 'save-promises', toDraft, toValue });
  const { draft: { value, change, dirty }, errorOf } = form;
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      {ticketChannels.map((channel) => (
        <TitledCard key={channel} title={t(`channels.${channel}`)} text={channel === 'email' ? t('channelsText') : undefined}>
          <Select
            label={t('counts')}
            options={(['open', 'always'] as const).map((counts) => ({ value: counts, label: t(`countsBy.${counts}`) }))}
            value={value[channel].counts}
            helpText={channel === 'email' ? <Link url="/app/settings/hours">{t('hours')}</Link> : undefined}
            onChange={(counts: Counts) => change({ [channel]: { ...value[channel], counts } })}
          />
          <TargetsFields targets={value[channel]} path={channel} explained={channel === 'email'} errorOf={errorOf} onChange={(part) => change({ [channel]: { ...value[channel], ...part } })} />
        </TitledCard>
      ))}
      {(['urgent', 'high'] as const).map((priority) => (
        <TitledCard key={priority} title={t(`sooner.${priority}`)} text={t('soonerText')}>
          <TargetsFields targets={value[priority]} path={priority} errorOf={errorOf} onChange={(part) => change({ [priority]: { ...value[priority], ...part } })} />
        </TitledCard>
      ))}
      <ValuedCard value={value} errorOf={errorOf} onChange={(valued) => change({ valued })} />
      <TitledCard title={t('warning')} text={t('warningText')}>
        <FormLayout>
          <DurationField label={t('warnBefore')} helpText={t('warnBeforeHelp')} minutes={value.warnBefore} error={errorOf('warnBefore')} onChange={(warnBefore) => change({ warnBefore })} />
        </FormLayout>
      </TitledCard>
      <TitledCard title={t('published')} text={t('publishedText')}>
        <Checkbox label={t('publishedOn')} checked={value.published} onChange={(on) => change({ published: on })} />
        {expected.map(({ channel, at }) => (
          <Text key={channel} as="p">
            {t('expected', { channel: t(`channels.${channel}`), at: formats.moment(at) })}
          </Text>
        ))}
        {published.length > 0 && !dirty && (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t('channels.form')}
            </Text>
            <BlockStack as="ul" gap="200">
              {published.map(({ locale, text }) => (
                <li key={locale} lang={locale}>
                  <Text as="p" tone="subdued">
                    {text}
                  </Text>
                </li>
              ))}
            </BlockStack>
          </BlockStack>
        )}
      </TitledCard>
    </SettingPage>
  );
}
