import { Banner, BlockStack, ChoiceList, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { giftBarOf } from '../gift-bar.ts';
import type { DiscountPreview } from '../preview-discount.server.ts';
import { DiscountPermission } from './discount-permission.tsx';
import { GiftBarred } from './gift-barred.tsx';
import { useDeedWords } from './words.ts';

const ways = ['percent', 'amount'] as const satisfies DiscountPreview['ways'];
const mostDays = 365;

/** What somebody chose of a code. */
export interface DiscountChosen {
  as: (typeof ways)[number];
  typed: string;
  days: number;
}

interface Props {
  preview: DiscountPreview;
  chosen: DiscountChosen;
  /** Whether what was typed is one: of the wished kind, or nothing yet. */
  isReadable: boolean;
  onChange(changes: Partial<DiscountChosen>): void;
  onAllowed(): void;
}

/** What a code takes off and for how long, what it counts, and what stands in its way. */
export function DiscountFields({ preview, chosen: { as, typed, days }, isReadable, onChange, onAllowed }: Props) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const { counted, currency, hasCustomer, isAllowed, rights, scope } = preview;
  const money = (minor: number) => formats.money({ minor, currency });
  const left = giftBarOf(rights) === null ? rights.giftLeft : 0;
  const problem = !isReadable ? t('answer.invalid') : counted !== null && counted > left ? t('answer.over_limit') : undefined;
  return (
    <BlockStack gap="400">
      <Text as="p">{t('discount.text')}</Text>
      <GiftBarred rights={rights} currency={currency} />
      {obstaclesOf(preview).map((obstacle) => (
        <Banner key={obstacle} tone="info">
          {t(obstacle)}
        </Banner>
      ))}
      {left > 0 && !isAllowed && <DiscountPermission scope={scope} onAnswer={onAllowed} />}
      {hasCustomer && left > 0 && preview.ways.length > 0 && (
        <>
          <ChoiceList
            title={t('discount.as')}
            choices={ways.map((way) => ({ value: way, label: t(`discount.${way}`), disabled: !preview.ways.includes(way) }))}
            selected={[as]}
            onChange={([way]) => onChange({ as: way === 'amount' ? way : 'percent', typed: '' })}
          />
          <TextField label={t('discount.value')} helpText={t('discount.valueHelp', { left: money(left) })} autoComplete="off" inputMode="decimal" suffix={as === 'amount' ? currency : '%'} value={typed} onChange={(value) => onChange({ typed: value })} error={problem} />
          <NumberField label={t('discount.days')} suffix={t('discount.daysSuffix')} min={1} max={mostDays} value={days} onChange={(value) => onChange({ days: value })} />
          {counted !== null && <Text as="p">{t(as === 'amount' ? 'discount.counted' : 'discount.countedShare', { amount: money(counted) })}</Text>}
        </>
      )}
    </BlockStack>
  );
}

/** Why no code can be given for this order, or not every one. */
function obstaclesOf({ hasCustomer, ways: open }: DiscountPreview) {
  return [
    ...(hasCustomer ? [] : (['discount.noCustomer'] as const)),
    ...(open.length === 0 ? (['discount.noWay'] as const) : open.includes('amount') ? [] : (['discount.otherCurrency'] as const)),
  ];
}
