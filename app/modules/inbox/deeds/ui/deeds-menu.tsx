import { ActionList, Button, InlineStack, Popover } from '@shopify/polaris';
import { useState } from 'react';
import type { BesideOrder, BesideView } from '../../beside/beside-view.ts';
import { plainWish, type Deed } from '../deed.ts';
import { deedsFor } from './deeds-for.ts';
import { ShownDeed } from './shown-deed.tsx';
import { useDeedWords } from './words.ts';

interface Props {
  ticketId: number;
  order: BesideOrder;
  verified: BesideView['verified'];
}

/** What may be done with an order while its conversation is being read. */
export function DeedsMenu({ ticketId, order, verified }: Props) {
  const { t } = useDeedWords();
  const [isOpen, setOpen] = useState(false);
  const [deed, setDeed] = useState<Deed | null>(null);
  const choose = (chosen: Deed) => {
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
        <ActionList actionRole="menuitem" items={deedsFor(order).map((kind) => ({ content: t(`deed.${kind}`), onAction: () => choose(kind) }))} />
      </Popover>
      {deed && <ShownDeed ticketId={ticketId} order={order} verified={verified} wish={plainWish(deed)} onClose={() => setDeed(null)} onRefund={() => setDeed('refund')} />}
    </InlineStack>
  );
}
