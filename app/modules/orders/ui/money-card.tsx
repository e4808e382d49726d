import { BlockStack, Box, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import type { Money, MoneyPair } from '#app/kernel/money.ts';
import { isRefundMark } from '#app/kernel/refund-mark.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import type { OrderMoney, OrderStory, RefundView } from '../views.ts';
import { PaymentBadge } from './badges.tsx';
import { useOrderWords } from './words.ts';

/** The order's amounts as the shop books them and, where that differs, as the customer saw them. */
export function MoneyCard({ order, refunds }: { order: OrderStory['order']; refunds: readonly RefundView[] }) {
  const { t } = useOrderWords();
  const { formats } = useAdmin();
  const { money } = order;
  const foreign = money.total.shop.currency !== money.total.presentment.currency;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('money.title')}
          </Text>
          <PaymentBadge status={order.financialStatus} />
        </InlineStack>
        {foreign && (
          <Text as="p" tone="subdued">
            {t('money.paidIn', { currency: money.total.presentment.currency })}
          </Text>
        )}
        <BlockStack gap="150">
          {amountsOf(money).map(([key, amount]) => (
            <Fragment key={key}>
              {key === 'total' && <Divider />}
              <Amount
                label={t(`money.${key === 'tax' && order.taxesIncluded ? 'taxIncluded' : key}`)}
                amount={key === 'discounts' || key === 'refunded' ? negative(amount) : amount}
                strong={key === 'total' || key === 'net'}
              />
            </Fragment>
          ))}
        </BlockStack>
        {refunds.length > 0 && (
          <BlockStack gap="150">
            <Divider />
            <Text as="h3" variant="headingSm">
              {t('money.refunds')}
            </Text>
            {refunds.map((refund) => (
              <Box key={refund.id}>
                <Amount label={formats.moment(refund.createdAt)} amount={refund.amount} />
                {refund.note && (
                  <Text as="p" tone="subdued" breakWord>
                    {isRefundMark(refund.note) ? t('journal.refund.here') : refund.note}
                  </Text>
                )}
              </Box>
            ))}
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}

function Amount({ label, amount, strong = false }: { label: string; amount: MoneyPair; strong?: boolean }) {
  const { formats } = useAdmin();
  const weight = strong ? 'semibold' : 'regular';
  return (
    <InlineStack align="space-between" gap="200" blockAlign="start">
      <Text as="span" fontWeight={weight}>
        {label}
      </Text>
      <BlockStack inlineAlign="end">
        <Text as="span" numeric fontWeight={weight}>
          {formats.money(amount.shop)}
        </Text>
        {amount.presentment.currency !== amount.shop.currency && (
          <Text as="span" numeric variant="bodySm" tone="subdued">
            {formats.money(amount.presentment)}
          </Text>
        )}
      </BlockStack>
    </InlineStack>
  );
}

type AmountKey = keyof OrderMoney | 'net';

/** The lines of the sum: always subtotal and total, the others where there is something to say. */
export function amountsOf(money: OrderMoney): [AmountKey, MoneyPair][] {
  const optional = (['discounts', 'shipping', 'tax', 'duties', 'tip'] as const).filter((key) => money[key].shop.minor !== 0);
  const rows: [AmountKey, MoneyPair][] = [['subtotal', money.subtotal], ...optional.map((key): [AmountKey, MoneyPair] => [key, money[key]]), ['total', money.total]];
  if (money.refunded.shop.minor === 0) return rows;
  return [...rows, ['refunded', money.refunded], ['net', { shop: minus(money.total.shop, money.refunded.shop), presentment: minus(money.total.presentment, money.refunded.presentment) }]];
}

const negative = ({ shop, presentment }: MoneyPair): MoneyPair => ({
  shop: { ...shop, minor: -Math.abs(shop.minor) },
  presentment: { ...presentment, minor: -Math.abs(presentment.minor) },
});

const minus = (left: Money, right: Money): Money => ({ minor: left.minor - right.minor, currency: left.currency });
