import { ActionList, Button, Popover } from '@shopify/polaris';
import { useState } from 'react';
import type { TicketView } from '../ticket-view.ts';
import { useTicketWords } from './words.ts';

/** Names a colleague in a note: they are told, and follow the ticket. */
export function MentionButton({ view: { staff, me }, onMention }: { view: TicketView; onMention(words: string): void }) {
  const { t } = useTicketWords();
  const [open, setOpen] = useState(false);
  const others = staff.filter(({ id, name }) => id !== me && name !== null);
  if (others.length === 0) return null;
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      activator={
        <Button variant="tertiary" onClick={() => setOpen(!open)}>
          {t('composer.mention')}
        </Button>
      }
    >
      <ActionList items={others.map(({ id, name }) => ({ id, content: name ?? id, onAction: () => onMention(`@${name} `) }))} onActionAnyItem={() => setOpen(false)} />
    </Popover>
  );
}
