import { useFetcher } from '@remix-run/react';
import { Button, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { ConditionBox } from '#app/ui/condition-box.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { SettingForm } from '#app/ui/use-setting-form.ts';
import { listedTraits, measuredTraits, type Trait } from '../../condition.ts';
import type { AudienceCount } from '../../count-audience.server.ts';
import { ConditionFields, type Choices } from './condition-fields.tsx';
import { newCondition, toCondition, type ConditionDraft, type RulesDraft } from './rules-draft.ts';
import { useRulesWords } from './words.ts';

interface Props extends Choices {
  form: SettingForm<RulesDraft>;
  /** Of what is saved; null where everybody is told. */
  count: AudienceCount | null;
}

const traits: readonly Trait[] = [...listedTraits, ...measuredTraits];
const isTrait = (value: string): value is Trait => traits.some((trait) => trait === value);

/** Whom a kind is told to: conditions on the order, its customer and its parcel, and how many orders they take in. */
export function AudienceCard({ form: { draft: { value: { audience }, dirty, change }, errorOf }, count, ...choices }: Props) {
  const { t } = useRulesWords();
  const set = (next: ConditionDraft[]) => change({ audience: next });
  const errorAt = (at: number) => (path: string) => errorOf(`audience.${at}.${path}`);
  return (
    <TitledCard title={t('audience.title')} text={t('audience.text')}>
      {audience.length === 0 && <Text as="p">{t('audience.everybody')}</Text>}
      {audience.map((condition, at) => (
        <ConditionBox
          key={at}
          title={t(`trait.${condition.trait}`)}
          remove={t('audience.remove')}
          removeLabel={t('audience.removeLabel', { trait: t(`trait.${condition.trait}`) })}
          onRemove={() => set(audience.filter((_, place) => place !== at))}
        >
          <ConditionFields condition={condition} errorOf={errorAt(at)} onChange={(next) => set(audience.map((one, place) => (place === at ? next : one)))} {...choices} />
        </ConditionBox>
      ))}
      {audience.length < 10 && (
        <Select
          label={t('audience.add')}
          placeholder={t('audience.choose')}
          options={traits.map((trait) => ({ value: trait, label: t(`trait.${trait}`) }))}
          value=""
          onChange={(chosen) => isTrait(chosen) && set([...audience, newCondition(chosen)])}
        />
      )}
      {audience.length > 0 && <Counted audience={audience} count={dirty ? null : count} />}
    </TitledCard>
  );
}

/** How many orders the conditions take in as they stand in the form. */
function Counted({ audience, count: ofSaved }: { audience: readonly ConditionDraft[]; count: AudienceCount | null }) {
  const { t } = useRulesWords();
  const { shop: { currency } } = useAdmin();
  const fetcher = useFetcher<{ count: AudienceCount | null }>();
  const asked = JSON.stringify(audience.map((condition) => toCondition(condition, currency)));
  const [meant, setMeant] = useState<string | null>(null);
  const answer = fetcher.state === 'idle' && meant === asked ? fetcher.data : undefined;
  const count = answer ? answer.count : ofSaved;
  const ask = () => {
    setMeant(asked);
    fetcher.submit({ intent: 'count', audience: asked }, { method: 'post' });
  };
  return (
    <InlineStack gap="300" blockAlign="center">
      <Button loading={fetcher.state !== 'idle'} onClick={ask}>
        {t('audience.count')}
      </Button>
      <div role="status">{answer && !answer.count ? t('audience.uncountable') : count && t(count.capped ? 'audience.countedCapped' : 'audience.counted', { matched: count.matched, of: count.of })}</div>
    </InlineStack>
  );
}
