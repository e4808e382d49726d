import type { ComponentType } from 'react';
import type { Deed, DeedWish } from '../deed.ts';
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

interface Props extends DeedOf {
  wish: DeedWish;
  onClose(): void;
  /** They would rather refund. */
  onRefund(): void;
}

const dialogs: Record<Deed, ComponentType<Props>> = {
  refund: RefundDialog, gift: CreditDialog, discount: DiscountDialog, approve: ApproveDialog, return: ReturnDialog, reship: ReshipDialog, resend: ResendDialog, address: AddressDialog, cancel: CancelDialog, tag: TagDialog,
};

/** A deed as it is asked for: what it means, before anything is done. */
export function ShownDeed(props: Props) {
  const Dialog = dialogs[props.wish.deed];
  return <Dialog {...props} />;
}
