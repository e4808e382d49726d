import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useBesideForm } from './use-beside-form.ts';
import { useBesideWords } from './words.ts';

/** Says by hand which order the conversation is about. */
export function LinkOrder({ ticketId }: { ticketId: number }) {
  const { t } = useBesideWords();
  const [typed, setTyped] = useState<string | null>(null);
  const form = useBesideForm(ticketId, () => setTyped(null));
  if (typed === null) {
    return (
      <InlineStack>
        <Button variant="plain" onClick={() => setTyped('')}>
          {t('orders.link')}
        </Button>
      </InlineStack>
    );
  }
  return (
    <BlockStack gap="200">
      <TextField label={t('orders.number')} autoComplete="off" value={typed} onChange={setTyped} error={form.problem ?? undefined} autoFocus />
      <InlineStack gap="200">
        <Button loading={form.isBusy} disabled={typed.trim() === ''} onClick={() => form.send({ intent: 'link-order', order: typed.trim() })}>
          {t('orders.add')}
        </Button>
        <Button variant="tertiary" onClick={() => setTyped(null)}>
          {t('handles.cancel')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
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
