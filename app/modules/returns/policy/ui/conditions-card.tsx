import { Select } from '@shopify/polaris';
import { ConditionBox } from '#app/ui/condition-box.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { listedTraits, measuredTraits, type Trait } from '../condition.ts';
import { ConditionFields, type Choices } from './condition-fields.tsx';
import { newCondition, type ConditionDraft } from './rule-draft.ts';
import { usePolicyWords } from './words.ts';

interface Props extends Choices {
  when: readonly ConditionDraft[];
  onChange(when: ConditionDraft[]): void;
  errorOf(path: string): string | undefined;
}

const traits: readonly Trait[] = [...listedTraits, ...measuredTraits, 'bought'];
const isTrait = (value: string): value is Trait => traits.some((trait) => trait === value);

/** When a rule applies: conditions on the item, the order, the customer and the reason, all of which must hold. */
export function ConditionsCard({ when, onChange, errorOf, ...choices }: Props) {
  const { t } = usePolicyWords();
  return (
    <TitledCard title={t('when.title')} text={t('when.text')}>
      {when.map((condition, at) => (
        <ConditionBox
          key={at}
          title={t(`trait.${condition.trait}`)}
          remove={t('when.remove')}
          removeLabel={t('when.removeLabel', { trait: t(`trait.${condition.trait}`) })}
          onRemove={() => onChange(when.filter((_, place) => place !== at))}
        >
          <ConditionFields condition={condition} errorOf={(path) => errorOf(`${at}.${path}`)} onChange={(next) => onChange(when.map((one, place) => (place === at ? next : one)))} {...choices} />
        </ConditionBox>
      ))}
      {when.length < 10 && (
        <Select
          label={t('when.add')}
          placeholder={t('when.choose')}
          options={groups.map(({ title, traits: grouped }) => ({ title: t(`when.${title}`), options: grouped.map((trait) => ({ value: trait, label: t(`trait.${trait}`) })) }))}
          value=""
          onChange={(chosen) => isTrait(chosen) && onChange([...when, newCondition(chosen)])}
          error={when.length === 0 ? errorOf('') : undefined}
        />
      )}
    </TitledCard>
  );
}

const groups = [
  { title: 'item', traits: ['product', 'variant', 'collection', 'type', 'product_tag', 'price', 'discount'] },
  { title: 'order', traits: ['country', 'channel', 'order_tag', 'discount_code', 'bought'] },
  { title: 'customer', traits: ['customer_tag', 'orders', 'spent', 'returns', 'return_rate'] },
  { title: 'return', traits: ['reason'] },
] as const;
