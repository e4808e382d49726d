import { Badge, FormLayout, InlineStack, Select } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { DayList } from '#app/ui/day-list.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useCountries } from '#app/ui/use-countries.ts';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { BusinessHours } from '../hours-setting.ts';
import type { HoursView } from '../hours-view.server.ts';
import { WeekCard } from './week-card.tsx';
import { useHoursWords } from './words.ts';

export interface HoursPageProps {
  view: HoursView;
  /** Codes of countries to choose from. */
  countries: readonly string[];
}

const asItIs = (value: BusinessHours) => value;

/** When somebody is there: the week, free days, and what that means now. */
export function HoursPage({ view: { hours, zone, regions, now, opensAt }, countries }: HoursPageProps) {
  const { t } = useHoursWords();
  const { formats } = useAdmin();
  const form = useSettingForm(hours, { intent: 'save-hours', toDraft: asItIs, toValue: asItIs });
  const { draft: { value, change }, errorOf } = form;
  const named = useCountries(countries);
  const parts = (regions[value.holidaysOf ?? ''] ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const open = opensAt !== null && opensAt <= now;
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      <WeekCard week={value.week} zone={zone} errorOf={errorOf} onChange={(week) => change({ week })}>
        <InlineStack>
          <Badge tone={open ? 'success' : undefined}>{open ? t('open') : opensAt ? t('closedUntil', { at: formats.moment(opensAt) }) : t('closed')}</Badge>
        </InlineStack>
      </WeekCard>
      <TitledCard title={t('free')} text={t('freeText')}>
        <FormLayout>
          <Select label={t('holidaysOf')} options={[{ value: '', label: t('noHolidays') }, ...named]} value={value.holidaysOf ?? ''} onChange={(country) => change({ holidaysOf: country || null, holidayRegion: null })} error={errorOf('holidaysOf')} />
          {parts.length > 0 && (
            <Select label={t('holidayRegion')} options={[{ value: '', label: t('wholeCountry') }, ...parts]} value={value.holidayRegion ?? ''} onChange={(region) => change({ holidayRegion: region || null })} error={errorOf('holidayRegion')} />
          )}
          <DayList label={t('ownDays')} add={t('add')} days={value.closedDays} error={errorOf('closedDays')} onChange={(closedDays) => change({ closedDays })} />
        </FormLayout>
      </TitledCard>
    </SettingPage>
  );
}
