import { Banner, FormLayout, Select, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import { roles, type Role } from '../roles.ts';
import type { StaffRights } from '../staff-setting.ts';
import type { StaffView } from '../staff-view.server.ts';
import { PeopleCard } from './people-card.tsx';
import { useStaffWords } from './words.ts';

type Draft = Omit<StaffRights, 'largestRefund'> & { largestRefund: string };

const toDraft = (value: StaffRights): Draft => ({ ...value, largestRefund: value.largestRefund ?? '' });
const toValue = (draft: Draft): StaffRights => ({ ...draft, largestRefund: draft.largestRefund.trim() || null });

/** Who of the shop may do what with returns, and up to where. Whoever may not change it sees it all the same. */
export function StaffPage({ view: { rights, people, mayChange } }: { view: StaffView }) {
  const { t } = useStaffWords();
  const { shop } = useAdmin();
  const form = useSettingForm(rights, { intent: 'save-staff', toDraft, toValue });
  const { draft: { value, change }, errorOf } = form;
  const amount = { type: 'text', inputMode: 'decimal', autoComplete: 'off', suffix: shop.currency, disabled: !mayChange } as const;
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      {!mayChange && (
        <Banner tone="info">
          <p>{t('locked')}</p>
        </Banner>
      )}
      <PeopleCard people={people} roles={value.people} everybody={value.everybody} disabled={!mayChange} onChange={(own) => change({ people: own })} />
      <TitledCard title={t('everybody')} text={t('everybodyText')}>
        <Select
          label={t('role')}
          options={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          value={value.everybody}
          disabled={!mayChange}
          onChange={(role: Role) => change({ everybody: role })}
          error={errorOf('everybody')}
        />
      </TitledCard>
      <TitledCard title={t('limits')} text={t('limitsText')}>
        <FormLayout>
          <TextField {...amount} label={t('goodwill')} helpText={t('goodwillHelp')} value={value.goodwill} onChange={(goodwill) => change({ goodwill })} error={errorOf('goodwill')} />
          <TextField {...amount} label={t('largestRefund')} helpText={t('largestRefundHelp')} value={value.largestRefund} onChange={(largestRefund) => change({ largestRefund })} error={errorOf('largestRefund')} />
        </FormLayout>
      </TitledCard>
    </SettingPage>
  );
}
