import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { typedAmount } from '#app/ui/typed-amount.ts';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { RefundFields, type RefundChosen } from './refund-fields.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

/** Gives money back for an order: what it comes to stands there before the click. */
export function RefundDialog({ ticketId, order, verified, onClose }: DeedOf & { onClose(): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const { currency } = order.total;
  const [chosen, setChosen] = useState<RefundChosen>({ of: 'goods', units: {}, shipping: false, typed: '', to: 'original', notify: false });
  const isOfGoods = chosen.of === 'goods';
  const typed = typedAmount(chosen.typed, currency);
  const asked = {
    order: order.id,
    units: isOfGoods ? Object.entries(chosen.units).filter(([, count]) => count > 0).map(([id, count]) => `${id}.${count}`).join(',') : '',
    shipping: isOfGoods && chosen.shipping ? 'yes' : 'no',
    amount: isOfGoods || typed === null ? '' : String(typed),
    to: chosen.to,
  };
  const deed = useDeed({ kind: 'refund', ticketId, asked, onDone: onClose });
  const { preview } = deed;
  const amount = formats.money({ minor: preview?.amount ?? 0, currency });
  const isWithin = preview !== null && typed !== null && preview.amount > 0 && preview.fits && preview.rights.may && (preview.rights.refundLeft === null || preview.amount <= preview.rights.refundLeft);
  return (
    <DeedDialog
      title={t('title.refund', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('refund.confirm', { amount })}
      onConfirm={isWithin ? () => deed.send({ key: preview.key, notify: chosen.notify ? 'yes' : 'no', shown: String(preview.amount) }, t('refund.done', { amount })) : null}
      sentence={preview?.sentence ?? null}
      onClose={onClose}
    >
      {preview && <RefundFields preview={preview} chosen={chosen} isAmount={typed !== null} onChange={(changes) => setChosen((before) => ({ ...before, ...changes }))} />}
    </DeedDialog>
  );
}
