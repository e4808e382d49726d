import { ActionList, Button, InlineStack, Popover } from '@shopify/polaris';
import { useState, type ComponentType } from 'react';
import type { BesideOrder, BesideView } from '../../beside/beside-view.ts';
import type { DeedPreview } from '../preview-deed.server.ts';
import { AddressDialog } from './address-dialog.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { CreditDialog } from './credit-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { DiscountDialog } from './discount-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { ResendDialog } from './resend-dialog.tsx';
import { ReshipDialog } from './reship-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { useDeedWords } from './words.ts';

type Deed = DeedPreview['deed'];

const dialogs: Record<Deed, ComponentType<DeedOf & { onClose(): void; onRefund(): void }>> = {
  refund: RefundDialog, gift: CreditDialog, discount: DiscountDialog, approve: ApproveDialog, return: ReturnDialog, reship: ReshipDialog, resend: ResendDialog, address: AddressDialog, cancel: CancelDialog, tag: TagDialog,
};

/** What may be done with an order as it stands; what the rest of it does not allow, the server says. */
function deedsFor({ cancelled, fulfillmentStatus, returns, notices }: BesideOrder): Deed[] {
  const isUnsent = !cancelled && (fulfillmentStatus === null || fulfillmentStatus === 'unfulfilled');
  return [
    'refund',
    'gift',
    'discount',
    'return',
    ...(isUnsent || cancelled ? [] : (['reship'] as const)),
    ...(returns.some(({ status }) => status === 'requested') ? (['approve'] as const) : []),
    ...(notices.some(({ channel }) => channel === 'email') ? (['resend'] as const) : []),
    ...(isUnsent ? (['address', 'cancel'] as const) : []),
    'tag',
  ];
}

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
  const Dialog = deed && dialogs[deed];
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
      {Dialog && <Dialog ticketId={ticketId} order={order} verified={verified} onClose={() => setDeed(null)} onRefund={() => setDeed('refund')} />}
    </InlineStack>
  );
}
