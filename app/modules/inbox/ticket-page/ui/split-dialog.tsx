import { BlockStack, Checkbox, InlineError, Modal, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { ShownMessage, TicketView } from '../ticket-view.ts';
import { useArrange } from './use-arrange.ts';
import { useTicketWords } from './words.ts';

const longestWords = 90;

/** Which messages get a ticket of their own. */
export function SplitDialog({ view, onClose }: { view: TicketView; onClose(): void }) {
  const { t } = useTicketWords();
  const { formats } = useAdmin();
  const { arrange, busy, refused } = useArrange(onClose);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [subject, setSubject] = useState('');
  const messages = view.entries.filter((entry): entry is ShownMessage => entry.is === 'message' && entry.sideId === null && !(entry.sendAt && entry.delivery === null));
  const isSome = chosen.length > 0 && chosen.length < messages.length + view.earlier;
  return (
    <Modal
      open
      onClose={onClose}
      title={t('arrange.split')}
      primaryAction={{ content: t('arrange.splitButton'), loading: busy, disabled: !isSome, onAction: () => arrange({ intent: 'split', messages: chosen.join(' '), subject }) }}
      secondaryActions={[{ content: t('arrange.back'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{t('arrange.splitText')}</Text>
          <TextField label={t('page.subject')} autoComplete="off" maxLength={500} value={subject} onChange={setSubject} helpText={t('arrange.splitSubject')} />
          {messages.map(({ id, authorName, from, at, text }) => (
            <Checkbox
              key={id}
              label={`${authorName || (from ?? t('message.unknown'))} · ${formats.shortMoment(at)}`}
              helpText={text.slice(0, longestWords)}
              checked={chosen.includes(id)}
              onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
          ))}
          {refused && <InlineError fieldID="split" message={refused} />}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
