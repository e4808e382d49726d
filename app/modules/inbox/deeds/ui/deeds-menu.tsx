import { ActionList, Button, InlineStack, Popover } from '@shopify/polaris';
import { useState } from 'react';
import type { BesideOrder, BesideView } from '../../beside/beside-view.ts';
import { CreditDialog } from './credit-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { useDeedWords } from './words.ts';

const deeds = ['refund', 'gift'] as const;

interface Props {
  ticketId: number;
  order: BesideOrder;
  verified: BesideView['verified'];
}

/** What may be done with an order while its conversation is being read. */
export function DeedsMenu({ ticketId, order, verified }: Props) {
  const { t } = useDeedWords();
  const [isOpen, setOpen] = useState(false);
  const [deed, setDeed] = useState<(typeof deeds)[number] | null>(null);
  const about = { ticketId, order, verified, currency: order.total.currency, onClose: () => setDeed(null) };
  const choose = (chosen: (typeof deeds)[number]) => {
    setOpen(false);
    setDeed(chosen);
  };
  return (
    <InlineStack>
      <Popover
        active={isOpen}
        onClose={() => setOpen(false)}
        activator={
          <Button disclosure onClick={() => setOpen(!isOpen)}>
            {t('menu', { name: order.name })}
          </Button>
        }
      >
        <ActionList actionRole="menuitem" items={deeds.map((kind) => ({ content: t(`deed.${kind}`), onAction: () => choose(kind) }))} />
      </Popover>
      {deed === 'refund' && <RefundDialog {...about} />}
      {deed === 'gift' && <CreditDialog {...about} />}
    </InlineStack>
  );
}
