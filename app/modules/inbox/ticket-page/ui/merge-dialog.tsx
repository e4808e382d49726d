import { BlockStack, Button, InlineStack, Modal, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { TicketView } from '../ticket-view.ts';
import { useArrange } from './use-arrange.ts';
import { useTicketWords } from './words.ts';

/** Which other ticket is read in this one from now on: by its number, or one of the same person. */
export function MergeDialog({ view: { ticket, others }, onClose }: { view: TicketView; onClose(): void }) {
  const { t, name } = useTicketWords();
  const { arrange, busy, refused } = useArrange(onClose);
  const [number, setNumber] = useState('');
  const merge = (id: string) => arrange({ intent: 'merge', ticket: id });
  return (
    <Modal
      open
      onClose={onClose}
      title={t('arrange.merge')}
      primaryAction={{ content: t('arrange.mergeButton'), loading: busy, disabled: number.trim() === '', onAction: () => merge(number) }}
      secondaryActions={[{ content: t('arrange.back'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <Text as="p">{t('arrange.mergeText', { ticket: `#${ticket.id}` })}</Text>
          <TextField label={t('arrange.number')} autoComplete="off" inputMode="numeric" value={number} onChange={setNumber} error={refused ?? undefined} />
          {others.length > 0 && (
            <BlockStack gap="200">
              <Text as="h3" variant="headingSm">
                {t('arrange.samePerson')}
              </Text>
              {others.map(({ id, subject, state }) => (
                <InlineStack key={id} align="space-between" blockAlign="center" gap="200">
                  <Text as="span" breakWord>
                    #{id} {subject} · {name('state', state)}
                  </Text>
                  <Button size="slim" disabled={busy} onClick={() => merge(String(id))} accessibilityLabel={t('arrange.mergeThis', { ticket: `#${id}` })}>
                    {t('arrange.mergeButton')}
                  </Button>
                </InlineStack>
              ))}
            </BlockStack>
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
