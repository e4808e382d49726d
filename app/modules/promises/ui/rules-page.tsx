import { BlockStack, Checkbox, ChoiceList, FormLayout, Select, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { DayList } from '#app/ui/day-list.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useCountries } from '#app/ui/use-countries.ts';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { Backtest } from '../backtest.ts';
import type { PromiseRules } from '../rules.ts';
import { BacktestCard } from './backtest-card.tsx';
import { toRules, toRulesDraft } from './rules-draft.ts';
import { SourceOrder } from './source-order.tsx';
import { usePromiseWords } from './words.ts';
import { Zones } from './zones.tsx';

export interface RulesPageProps {
  rules: { value: PromiseRules; version: number };
  backtest: { ranAt: Date; report: Backtest } | null;
  /** Codes of countries to choose from. */
  countries: readonly string[];
  carriers: readonly { key: string; name: string }[];
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** When orders leave, how long they take, whom to believe, and how well our dates held. */
export function RulesPage({ rules, backtest, countries, carriers }: RulesPageProps) {
  const { t } = usePromiseWords();
  const { locale } = useAdmin();
  const form = useSettingForm(rules, { intent: 'save-rules', toDraft: toRulesDraft, toValue: toRules });
  const { draft, errorOf } = form;
  const { value, change } = draft;
  const days = weekdays.map((day) => ({ value: day, label: dayName(day, locale) }));
  const named = useCountries(countries);
  return (
    <SettingPage title={t('rules.title')} forms={[form]}>
      <BacktestCard backtest={backtest} carriers={carriers} />
      <TitledCard title={t('rules.leaving')} text={t('rules.leavingText')}>
        <FormLayout>
          <TextField label={t('rules.cutOff')} helpText={t('rules.cutOffHelp')} type="time" autoComplete="off" value={value.cutOff} onChange={(cutOff) => change({ cutOff: cutOff.slice(0, 5) })} error={errorOf('cutOff')} />
          <FormLayout.Group condensed>
            <NumberField label={t('rules.processingMin')} value={value.processing.min} onChange={(min) => change({ processing: { ...value.processing, min } })} error={errorOf('processing.min')} max={180} />
            <NumberField label={t('rules.processingMax')} value={value.processing.max} onChange={(max) => change({ processing: { ...value.processing, max } })} error={errorOf('processing.max') ?? errorOf('processing')} max={180} />
          </FormLayout.Group>
          <Select label={t('rules.origin')} helpText={t('rules.originHelp')} options={[{ value: '', label: t('rules.originUnknown') }, ...named]} value={value.origin ?? ''} onChange={(origin) => change({ origin: origin || null })} error={errorOf('origin')} />
          <ChoiceList allowMultiple title={t('rules.workingDays')} choices={days} selected={value.workingDays.map(String)} onChange={(chosen) => change({ workingDays: chosen.map(Number).sort() })} error={errorOf('workingDays')} />
        </FormLayout>
      </TitledCard>
      <TitledCard title={t('rules.transit')} text={t('rules.transitText')}>
        <BlockStack gap="400">
          <FormLayout>
            <FormLayout.Group condensed>
              <NumberField label={t('rules.defaultMin')} value={value.defaultTransit.min} onChange={(min) => change({ defaultTransit: { ...value.defaultTransit, min } })} error={errorOf('defaultTransit.min')} max={180} />
              <NumberField label={t('rules.defaultMax')} value={value.defaultTransit.max} onChange={(max) => change({ defaultTransit: { ...value.defaultTransit, max } })} error={errorOf('defaultTransit.max') ?? errorOf('defaultTransit')} max={180} />
            </FormLayout.Group>
          </FormLayout>
          <Zones zones={value.zones} carriers={carriers} errorOf={errorOf} onChange={(zones) => change({ zones })} />
          <ChoiceList allowMultiple title={t('rules.deliveryDays')} choices={days} selected={value.deliveryDays.map(String)} onChange={(chosen) => change({ deliveryDays: chosen.map(Number).sort() })} error={errorOf('deliveryDays')} />
        </BlockStack>
      </TitledCard>
      <TitledCard title={t('rules.holidays')} text={t('rules.holidaysText')}>
        <Checkbox label={t('rules.respectHolidays')} checked={value.respectHolidays} onChange={(respectHolidays) => change({ respectHolidays })} />
        <DayList label={t('rules.ownHolidays')} add={t('rules.addDay')} days={value.ownHolidays} error={errorOf('ownHolidays')} onChange={(ownHolidays) => change({ ownHolidays })} />
      </TitledCard>
      <TitledCard title={t('rules.sources')} text={t('rules.sourcesText')}>
        <SourceOrder sources={value.sources} error={errorOf('sources')} onChange={(sources) => change({ sources })} />
      </TitledCard>
    </SettingPage>
  );
}

/** The name of a weekday, 1 for Monday. */
function dayName(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, Number(day))));
}
