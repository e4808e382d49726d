import { FormLayout, Select, TextField } from '@shopify/polaris';
import { NumberField } from '#app/ui/number-field.tsx';
import type { Choice } from '../desk/views.ts';
import type { Matter, Settlement } from '../matters.ts';
import { MoneyField } from './money-field.tsx';
import { OfferedSelect } from './offered-select.tsx';
import type { SettlementDraft } from './settlement-draft.ts';
import { WaivedFor } from './waived-for.tsx';
import { usePolicyWords } from './words.ts';

interface Props {
  matter: Matter;
  settles: SettlementDraft;
  onChange(part: Partial<SettlementDraft>): void;
  /** What is wrong with a field of this matter. */
  errorOf(path: string): string | undefined;
  locations: readonly Choice[];
}

/** The fields in which one matter is settled. */
export function MatterFields(props: Props) {
  switch (props.matter) {
    case 'period':
      return <PeriodFields {...props} />;
    case 'refund':
    case 'exchange':
    case 'other_product': {
      const { matter, settles, onChange } = props;
      return <OfferedSelect matter={matter} offered={settles[matter].offered} onChange={(offered) => onChange({ [matter]: { offered } })} />;
    }
    case 'store_credit':
    case 'keep':
    case 'warranty':
      return <OfferFields {...props} matter={props.matter} />;
    case 'fee':
    case 'way_back':
      return <CostFields {...props} matter={props.matter} />;
    case 'evidence':
      return <EvidenceFields {...props} />;
    case 'approval':
    case 'location':
    case 'refund_on':
      return <HandlingFields {...props} matter={props.matter} />;
  }
}

type Of<M extends Matter> = Omit<Props, 'matter'> & { matter: M };

function PeriodFields({ settles: { period }, onChange, errorOf }: Props) {
  const { t } = usePolicyWords();
  const kinds = ['days', 'unlimited', 'final_sale'] as const;
  const change = (part: Partial<SettlementDraft['period']>) => onChange({ period: { ...period, ...part } });
  return (
    <FormLayout>
      <Select label={t('matter.period')} labelHidden options={kinds.map((kind) => ({ value: kind, label: t(`period.${kind}`) }))} value={period.kind} onChange={(chosen) => change({ kind: kinds.find((kind) => kind === chosen) ?? 'days' })} />
      {period.kind === 'days' && (
        <FormLayout.Group condensed>
          <NumberField label={t('period.count')} min={1} max={3650} value={period.days} onChange={(days) => change({ days })} error={errorOf('days')} />
          <TextField label={t('period.until')} helpText={t('period.untilHelp')} type="date" autoComplete="off" value={period.until} onChange={(until) => change({ until })} error={errorOf('until')} />
        </FormLayout.Group>
      )}
    </FormLayout>
  );
}

function OfferFields({ matter, settles, onChange, errorOf }: Of<'store_credit' | 'keep' | 'warranty'>) {
  const { t } = usePolicyWords();
  const { store_credit, keep, warranty } = settles;
  const select = <OfferedSelect matter={matter} offered={settles[matter].offered} onChange={(offered) => onChange({ [matter]: { ...settles[matter], offered } })} />;
  return (
    <FormLayout>
      {select}
      {matter === 'store_credit' && store_credit.offered && <NumberField label={t('offer.bonus')} helpText={t('offer.bonusHelp')} suffix="%" max={100} value={store_credit.bonus} onChange={(bonus) => onChange({ store_credit: { ...store_credit, bonus } })} error={errorOf('bonus')} />}
      {matter === 'keep' && keep.offered && <MoneyField label={t('offer.below')} value={keep.below} onChange={(below) => onChange({ keep: { ...keep, below } })} error={errorOf('below')} />}
      {matter === 'warranty' && warranty.offered && <NumberField label={t('offer.warrantyDays')} min={1} max={3650} value={warranty.days} onChange={(days) => onChange({ warranty: { ...warranty, days } })} error={errorOf('days')} />}
    </FormLayout>
  );
}

function CostFields({ matter, settles: { fee, way_back: way }, onChange, errorOf }: Of<'fee' | 'way_back'>) {
  const { t } = usePolicyWords();
  if (matter === 'fee') {
    return (
      <FormLayout>
        <NumberField label={t('cost.percent')} helpText={t('cost.percentHelp')} suffix="%" max={100} value={fee.percent} onChange={(percent) => onChange({ fee: { ...fee, percent } })} error={errorOf('percent')} />
        {fee.percent > 0 && <WaivedFor waived={fee.waived} onChange={(waived) => onChange({ fee: { ...fee, waived } })} />}
      </FormLayout>
    );
  }
  const payers: readonly Settlement['way_back']['payer'][] = ['shop', 'customer', 'customer_directly'];
  return (
    <FormLayout>
      <Select label={t('matter.way_back')} labelHidden options={payers.map((payer) => ({ value: payer, label: t(`payer.${payer}`) }))} value={way.payer} onChange={(chosen) => onChange({ way_back: { ...way, payer: payers.find((payer) => payer === chosen) ?? 'shop' } })} />
      {way.payer === 'customer' && (
        <>
          <MoneyField label={t('cost.amount')} value={way.amount} onChange={(amount) => onChange({ way_back: { ...way, amount } })} error={errorOf('amount')} />
          <WaivedFor waived={way.waived} onChange={(waived) => onChange({ way_back: { ...way, waived } })} />
        </>
      )}
    </FormLayout>
  );
}

function EvidenceFields({ settles: { evidence }, onChange, errorOf }: Props) {
  const { t } = usePolicyWords();
  const wrong = errorOf('questions') ?? [0, 1, 2, 3, 4].flatMap((at) => errorOf(`questions.${at}`) ?? [])[0];
  return (
    <FormLayout>
      <NumberField label={t('evidence.photos')} max={5} value={evidence.photos} onChange={(photos) => onChange({ evidence: { ...evidence, photos } })} error={errorOf('photos')} />
      <TextField label={t('evidence.questions')} helpText={t('evidence.questionsHelp')} multiline={2} autoComplete="off" value={evidence.questions} onChange={(questions) => onChange({ evidence: { ...evidence, questions } })} error={wrong} />
    </FormLayout>
  );
}

function HandlingFields({ matter, settles: { approval, location, refund_on: refundOn }, onChange, locations }: Of<'approval' | 'location' | 'refund_on'>) {
  const { t } = usePolicyWords();
  const label = t(`matter.${matter}`);
  if (matter === 'approval') {
    return <Select label={label} labelHidden options={(['nobody', 'person'] as const).map((by) => ({ value: by, label: t(`approval.${by}`) }))} value={approval.by} onChange={(by) => onChange({ approval: { by: by === 'nobody' ? 'nobody' : 'person' } })} />;
  }
  if (matter === 'location') {
    const known = location.value === '' || locations.some(({ value }) => value === location.value) ? locations : [...locations, location];
    const choose = (chosen: string) => onChange({ location: known.find(({ value }) => value === chosen) ?? { value: '', name: '' } });
    return <Select label={label} labelHidden options={[{ value: '', label: t('location.usual') }, ...known.map(({ value, name }) => ({ value, label: name }))]} value={location.value} onChange={choose} />;
  }
  const steps = ['scan', 'receipt', 'inspection'] as const;
  return <Select label={label} labelHidden options={steps.map((step) => ({ value: step, label: t(`refundOn.${step}`) }))} value={refundOn.step} onChange={(chosen) => onChange({ refund_on: { step: steps.find((step) => step === chosen) ?? 'receipt' } })} />;
}
