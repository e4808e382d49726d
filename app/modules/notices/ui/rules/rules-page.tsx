import { ChoiceList, Link } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import type { ChosenWays } from '../../act-on-rules.server.ts';
import type { RulesView } from '../../views.ts';
import { wayNames } from '../../ways/way.ts';
import { useNoticeWords } from '../words.ts';
import { AudienceCard } from './audience-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { toDraft, toRules } from './rules-draft.ts';
import { TimingCard } from './timing-card.tsx';
import { useRulesWords } from './words.ts';

export interface RulesPageProps {
  view: RulesView;
  /** Codes of countries to choose from. */
  countries: readonly string[];
}

const asItIs = (value: ChosenWays) => value;

/** When one kind of notice is told, to whom and by what. */
export function RulesPage({ view: { kind, rules, ways, unconnected, count, carriers }, countries }: RulesPageProps) {
  const { t } = useRulesWords();
  const name = useNoticeWords().t(`kind.${kind}`);
  const { shop: { currency } } = useAdmin();
  const form = useSettingForm(rules, { intent: 'save-rules', toDraft: (value) => toDraft(value, currency), toValue: (draft) => toRules(draft, currency) });
  const chosen = useSettingForm(ways, { intent: 'save-ways', toDraft: asItIs, toValue: asItIs });
  return (
    <SettingPage title={t('title', { kind: name })} intro={t('intro')} forms={[form, chosen]} back={{ content: name, url: `/app/notices/${kind}` }}>
      {kind === 'review' ? <ReviewCard form={form} /> : <TimingCard kind={kind} form={form} />}
      <AudienceCard form={form} count={count} countries={countries} carriers={carriers} />
      <TitledCard title={t('ways.title')} text={t('ways.text')}>
        <ChoiceList
          allowMultiple
          title={t('ways.label')}
          titleHidden
          choices={wayNames.map((way) => ({ value: way, label: t(`ways.${way}`), ...(unconnected.includes(way) ? { helpText: t('ways.unconnected') } : {}) }))}
          selected={[...chosen.draft.value.ways]}
          onChange={(selected) => chosen.draft.change({ ways: wayNames.filter((way) => selected.includes(way)) })}
          error={chosen.errorOf('ways')}
        />
        <Link url="/app/settings/sending">{t('ways.sending')}</Link>
      </TitledCard>
    </SettingPage>
  );
}
