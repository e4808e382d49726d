import { Text } from '@shopify/polaris';
import type { RefundPreview } from '../preview-refund.server.ts';
import { useDeedWords } from './words.ts';

/** What goes back to each means of payment, and by when it is there. */
export function MoneyBack({ back, money }: { back: RefundPreview['back']; money(minor: number): string }) {
  const { t } = useDeedWords();
  return back.map(({ paymentId, amount, name, arrival }) => (
    <Text key={paymentId} as="p" breakWord>
      {t('refund.back', { amount: money(amount), name })} · {arrival.is === 'working_days' ? t('refund.working_days', { from: arrival.from, to: arrival.to }) : t(`refund.${arrival.is}`)}
    </Text>
  ));
}
