import { Button, InlineStack } from '@shopify/polaris';
import { TypedLink } from './typed-link.tsx';
import { useBesideForm } from './use-beside-form.ts';
import { useBesideWords } from './words.ts';

/** Says by hand which order the conversation is about. */
export function LinkOrder({ ticketId }: { ticketId: number }) {
  const { t } = useBesideWords();
  return <TypedLink ticketId={ticketId} open={t('orders.link')} label={t('orders.number')} confirm={t('orders.add')} fieldsOf={(typed) => ({ intent: 'link-order', order: typed.trim() })} />;
}

/** Says that the conversation is not about an order after all. */
export function UnlinkOrder({ ticketId, orderId }: { ticketId: number; orderId: string }) {
  const { t } = useBesideWords();
  const form = useBesideForm(ticketId);
  return (
    <InlineStack>
      <Button variant="plain" loading={form.isBusy} onClick={() => form.send({ intent: 'unlink-order', order: orderId })}>
        {t('orders.unlink')}
      </Button>
    </InlineStack>
  );
}
