import { useState } from 'react';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { ReshipFields, type ReshipChosen } from './reship-fields.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

interface Props extends DeedOf {
  onClose(): void;
  /** Where it cannot be sent, its money can go back. */
  onRefund(): void;
}

/** Sends goods again for nothing, for a parcel that did not arrive as it should have. */
export function ReshipDialog({ ticketId, order, verified, onClose, onRefund }: Props) {
  const { t } = useDeedWords();
  const [chosen, setChosen] = useState<ReshipChosen>({ units: null, reason: null, receipt: false });
  const written = (units: NonNullable<ReshipChosen['units']>) => Object.entries(units).filter(([, count]) => count > 0).map(([id, count]) => `${id}.${count}`).join(',');
  const deed = useDeed({ kind: 'reship', ticketId, asked: { order: order.id, units: chosen.units === null ? 'suggested' : written(chosen.units) }, onDone: onClose });
  const { preview } = deed;
  const units = Object.fromEntries((preview?.lines ?? []).map(({ id, chosen: count }) => [id, count]));
  // What is sent is what was shown: while somebody still chooses, it is not.
  const isShown = preview !== null && preview.shown !== '' && (chosen.units === null || written(chosen.units) === written(units));
  const isWithin = preview !== null && preview.rights.may && preview.beyond <= preview.rights.giftLeft && (preview.rights.refundLeft === null || preview.amount - preview.beyond <= preview.rights.refundLeft);
  const reason = chosen.reason ?? preview?.reason ?? null;
  const mayGo = isShown && reason !== null && isWithin && preview.obstacle === null && !preview.lines.some(({ isShort }) => isShort);
  return (
    <DeedDialog
      title={t('title.reship', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('reship.confirm')}
      onConfirm={mayGo ? () => deed.send({ key: preview.key, units: written(units), reason, receipt: chosen.receipt ? 'yes' : 'no', shown: preview.shown }, t('reship.done')) : null}
      sentence={preview?.sentence ?? null}
      onClose={onClose}
    >
      {preview && <ReshipFields preview={preview} name={order.name} chosen={chosen} isWithin={isWithin} onChange={(changes) => setChosen((before) => ({ ...before, ...changes }))} onRefund={onRefund} />}
    </DeedDialog>
  );
}
