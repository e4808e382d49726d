import { useState } from 'react';
import { typedAmount } from '#app/ui/typed-amount.ts';
import type { DeedWish } from '../deed.ts';
import { giftBarOf } from '../gift-bar.ts';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { DiscountFields, type DiscountChosen } from './discount-fields.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

/** How long a code is good for where nobody says. */
const usualDays = 30;

/** Gives a code for the next order, within what the shop allows for goodwill. */
export function DiscountDialog({ ticketId, order, verified, wish, onClose }: DeedOf & { wish: DeedWish; onClose(): void }) {
  const { t } = useDeedWords();
  const [chosen, setChosen] = useState<DiscountChosen>({ as: 'percent', typed: wish.percent === null ? '' : String(wish.percent), days: usualDays });
  const { as, typed, days } = chosen;
  const value = as === 'amount' ? typedAmount(typed, order.total.currency) : typedPercent(typed);
  const deed = useDeed({ kind: 'discount', ticketId, asked: { order: order.id, as, value: value ? String(value) : '', days: Number.isInteger(days) && days > 0 ? String(days) : '' }, onDone: onClose });
  const { preview } = deed;
  // What is given is what was shown: while somebody still types, it is not.
  const isShown = preview !== null && preview.wish.as === as && preview.wish.value === value && preview.wish.days === days;
  const isWithin = preview !== null && preview.hasCustomer && preview.isAllowed && giftBarOf(preview.rights) === null && preview.counted !== null && preview.counted <= preview.rights.giftLeft;
  return (
    <DeedDialog
      title={t('title.discount', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('discount.confirm')}
      onConfirm={isShown && isWithin ? () => deed.send({ key: preview.key }, t('discount.done')) : null}
      sentence={isWithin ? preview.sentence : null}
      onClose={onClose}
    >
      {preview && <DiscountFields preview={preview} chosen={chosen} isReadable={value !== null} onChange={(changes) => setChosen((before) => ({ ...before, ...changes }))} onAllowed={deed.reload} />}
    </DeedDialog>
  );
}

/** Whole per cents; nothing typed is nothing, and null what is none. */
function typedPercent(typed: string): number | null {
  const plain = typed.trim().replace(/\s*%$/, '');
  if (plain === '') return 0;
  return /^\d{1,3}$/.test(plain) && Number(plain) <= 100 ? Number(plain) : null;
}
