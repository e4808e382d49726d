import { useNavigate } from '@remix-run/react';
import { BlockStack, FormLayout, Page } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { SaveBar } from '#app/ui/save-bar.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { RulePageView } from '../desk/views.ts';
import { ConditionsCard } from './conditions-card.tsx';
import { ProblemsBanner } from './problems-banner.tsx';
import { toBaseForm, toRuleDraft, toRuleForm } from './rule-draft.ts';
import { SettlementCard } from './settlement-card.tsx';
import { useRuleForm } from './use-rule-form.ts';
import { usePolicyWords } from './words.ts';

export interface RulePageProps {
  view: RulePageView;
  /** What holds in general, and no rule. */
  general: boolean;
  /** Codes of countries to choose from. */
  countries: readonly string[];
}

/** One rule, or what holds in general: when it applies, and what it settles. */
export function RulePage({ view, general, countries }: RulePageProps) {
  const { t } = usePolicyWords();
  const { shop: { currency } } = useAdmin();
  const navigate = useNavigate();
  const form = useRuleForm(
    { draft: toRuleDraft(view, currency), revision: view.revision },
    {
      ruleId: general ? 'base' : (view.rule?.id ?? 'new'),
      toForm: (draft) => (general ? toBaseForm(draft, currency) : toRuleForm(draft, currency)),
      onSaved: () => navigate('/app/settings/returns'),
    },
  );
  const { draft, change, errorOf } = form;
  const title = general ? t('base.title') : view.rule ? t('rule.title', { place: view.place }) : t('rule.new');
  return (
    <Page title={title} subtitle={t(general ? 'base.text' : 'rule.text')} narrowWidth backAction={{ content: t('title'), url: '/app/settings/returns' }}>
      <SaveBar open={form.dirty} saving={form.saving} onSave={form.save} onDiscard={form.discard} />
      <BlockStack gap="400">
        <ProblemsBanner refused={form.refused} problems={form.problems} />
        {!general && (
          <ConditionsCard
            when={draft.when}
            onChange={(when) => change({ when })}
            errorOf={(path) => errorOf(path === '' ? 'when' : `when.${path}`)}
            countries={countries}
            reasons={view.reasons}
          />
        )}
        <SettlementCard
          speaks={general ? null : draft.speaks}
          onSpeak={(speaks) => change({ speaks })}
          settles={draft.settles}
          onChange={(part) => change({ settles: { ...draft.settles, ...part } })}
          error={errorOf('settles')}
          errorOf={(path) => errorOf(general ? path : `settles.${path}`)}
          locations={view.locations}
        />
        {general ? (
          <TitledCard title={t('transit.title')} text={t('transit.text')}>
            <NumberField label={t('transit.days')} max={60} value={draft.transitDays} onChange={(transitDays) => change({ transitDays })} error={errorOf('transitDays')} />
          </TitledCard>
        ) : (
          view.rules > 0 && (
            <TitledCard title={t('place.title')} text={t('place.text')}>
              <FormLayout>
                <NumberField label={t('place.label')} min={1} max={view.rule ? view.rules : view.rules + 1} value={draft.place} onChange={(place) => change({ place })} />
              </FormLayout>
            </TitledCard>
          )
        )}
      </BlockStack>
    </Page>
  );
}
