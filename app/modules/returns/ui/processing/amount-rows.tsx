import { BlockStack, Divider, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { RefundPreview } from '../../processing/refund-view.server.ts';
import { useReturnWords } from '../words.ts';

interface Props {
  preview: RefundPreview;
  currency: string;
  /** Given beside what Shopify counts: fees that are waived, and an extra. */
  beside: { label: string; amount: number }[];
}

/** Each amount and what it is for, what they come to, and where it goes. */
export function AmountRows({ preview: { rows, refund, owed, taxIncluded, back, credit }, currency, beside }: Props) {
  const { t, name } = useReturnWords();
  const { formats } = useAdmin();
  const money = (minor: number) => formats.money({ minor, currency });
  const row = (key: string, label: string, amount: number, strong = false) => (
    <InlineStack key={key} align="space-between" gap="400" wrap={false}>
      <Text as="span" fontWeight={strong ? 'semibold' : undefined} breakWord>
        {label}
      </Text>
      <Text as="span" numeric fontWeight={strong ? 'semibold' : undefined}>
        {money(amount)}
      </Text>
    </InlineStack>
  );
  return (
    <BlockStack gap="300">
      {rows.map(({ kind, title, quantity, amount }, at) => row(String(at), [name('amount', kind), quantity === null || title === null ? title : `${formats.number(quantity)} × ${title}`].filter(Boolean).join(' · '), amount))}
      <Divider />
      {owed > 0 ? row('owed', t('refund.owed'), owed, true) : row('refund', t('refund.total'), refund, true)}
      {beside.map(({ label, amount }) => row(label, label, amount))}
      {taxIncluded > 0 && (
        <Text as="p" tone="subdued">
          {t('refund.taxIncluded', { amount: money(taxIncluded) })}
        </Text>
      )}
      {back.map(({ paymentId, name: payment, amount, arrival }) => (
        <Text key={paymentId} as="p" tone="subdued" breakWord>
          {t('refund.backOn', { amount: money(amount), payment })} · {arrival.is === 'working_days' ? t('refund.workingDays', { from: arrival.from, to: arrival.to }) : t(`refund.${arrival.is}`)}
        </Text>
      ))}
      {credit > 0 && (
        <Text as="p" tone="subdued">
          {t('refund.asCredit', { amount: money(credit) })}
        </Text>
      )}
    </BlockStack>
  );
}
