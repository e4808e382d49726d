import { Banner, BlockStack, Checkbox, ChoiceList, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { RefundPreview } from '../preview-refund.server.ts';
import { MoneyBack } from './money-back.tsx';
import { SentAgainList } from './sent-again-list.tsx';
import { useDeedWords } from './words.ts';

/** What somebody chose to give back. */
export interface RefundChosen {
  of: 'goods' | 'amount';
  units: Readonly<Record<string, number>>;
  shipping: boolean;
  typed: string;
  to: 'original' | 'store_credit';
  notify: boolean;
}

interface Props {
  preview: RefundPreview;
  chosen: RefundChosen;
  /** Whether what was typed is an amount. */
  isAmount: boolean;
  onChange(changes: Partial<RefundChosen>): void;
}

/** What is given back and whereto, with what it comes to. */
export function RefundFields({ preview, chosen, isAmount, onChange }: Props) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const money = (minor: number) => formats.money({ minor, currency: preview.currency });
  return (
    <BlockStack gap="400">
      {!preview.rights.may && <Banner tone="info">{t('rights.forbidden')}</Banner>}
      {preview.sentAgain.length > 0 && (
        <Banner tone="warning" title={t('refund.sentAgain')}>
          <SentAgainList rows={preview.sentAgain} money={money} />
        </Banner>
      )}
      <ChoiceList
        title={t('refund.what')}
        choices={[
          { value: 'goods', label: t('refund.goods') },
          { value: 'amount', label: t('refund.amount') },
        ]}
        selected={[chosen.of]}
        onChange={([of]) => onChange({ of: of === 'amount' ? of : 'goods' })}
      />
      {chosen.of === 'goods' ? (
        <BlockStack gap="300">
          {preview.units.map(({ id, title, left }) => (
            <Select
              key={id}
              label={t('refund.units', { title, left: formats.number(left) })}
              options={Array.from({ length: Math.min(left, 100) + 1 }, (_, count) => ({ value: String(count), label: formats.number(count) }))}
              value={String(chosen.units[id] ?? 0)}
              onChange={(value) => onChange({ units: { ...chosen.units, [id]: Number(value) } })}
            />
          ))}
          {preview.shippingLeft > 0 && <Checkbox label={t('refund.shipping', { amount: money(preview.shippingLeft) })} checked={chosen.shipping} onChange={(shipping) => onChange({ shipping })} />}
        </BlockStack>
      ) : (
        <TextField
          label={t('refund.typed')}
          helpText={t('refund.typedHelp', { most: money(preview.most) })}
          autoComplete="off"
          inputMode="decimal"
          suffix={preview.currency}
          value={chosen.typed}
          onChange={(typed) => onChange({ typed })}
          error={isAmount ? undefined : t('answer.invalid')}
        />
      )}
      <ChoiceList
        title={t('refund.to')}
        choices={[
          { value: 'original', label: t('refund.original') },
          ...(preview.hasCustomer ? [{ value: 'store_credit', label: t('refund.store_credit') }] : []),
        ]}
        selected={[chosen.to]}
        onChange={([to]) => onChange({ to: to === 'store_credit' ? to : 'original' })}
      />
      {!preview.hasCustomer && (
        <Text as="p" tone="subdued">
          {t('refund.noCustomer')}
        </Text>
      )}
      <Checkbox label={t('refund.notify')} checked={chosen.notify} onChange={(notify) => onChange({ notify })} />
      <Means preview={preview} to={chosen.to} money={money} />
    </BlockStack>
  );
}

function Means({ preview, to, money }: { preview: RefundPreview; to: RefundChosen['to']; money(minor: number): string }) {
  const { t } = useDeedWords();
  const { amount, back, fits, units, rights } = preview;
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" gap="400">
        <Text as="h3" variant="headingSm">
          {t('refund.means')}
        </Text>
        <Text as="span" fontWeight="semibold" numeric>
          {money(amount)}
        </Text>
      </InlineStack>
      {amount === 0 && <Text as="p">{t('refund.nothing')}</Text>}
      {amount > 0 && !fits && (
        <Text as="p" tone="critical">
          {t('refund.tooMuch')}
        </Text>
      )}
      {amount > 0 && fits && to === 'store_credit' && <Text as="p">{t('refund.credit', { amount: money(amount) })}</Text>}
      {fits && <MoneyBack back={back} money={money} />}
      {units.some(({ chosen }) => chosen > 0) && (
        <Text as="p" tone="subdued">
          {t('refund.stock')}
        </Text>
      )}
      {rights.refundLeft !== null && (
        <Text as="p" tone={amount > rights.refundLeft ? 'critical' : 'subdued'}>
          {t('rights.left', { left: money(rights.refundLeft) })}
        </Text>
      )}
    </BlockStack>
  );
}
