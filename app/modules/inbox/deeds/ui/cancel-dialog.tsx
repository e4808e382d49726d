import { Banner, Checkbox, ChoiceList, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { CancelClicked } from '../cancel-order.server.ts';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

const reasons = ['CUSTOMER', 'INVENTORY', 'FRAUD', 'DECLINED', 'OTHER'] as const satisfies readonly CancelClicked['reason'][];

/** Cancels an order of which nothing was sent, and gives its money back where that is wished. */
export function CancelDialog({ ticketId, order, verified, onClose }: DeedOf & { onClose(): void }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const [to, setTo] = useState<CancelClicked['to']>('original');
  const [reason, setReason] = useState<string>(reasons[0]);
  const [restock, setRestock] = useState(true);
  const [notify, setNotify] = useState(false);
  const deed = useDeed({ kind: 'cancel', ticketId, asked: { order: order.id, to }, onDone: onClose });
  const { preview } = deed;
  const amount = formats.money({ minor: preview?.amount ?? 0, currency: preview?.currency ?? order.total.currency });
  const given = to === 'none' ? 0 : (preview?.amount ?? 0);
  const isOver = preview !== null && given > 0 && (!preview.rights.may || (preview.rights.refundLeft !== null && given > preview.rights.refundLeft));
  const mayGo = preview !== null && preview.rights.mayCancel && preview.obstacle === null && !isOver;
  const yes = (said: boolean) => (said ? 'yes' : 'no');
  const ways = (['original', 'store_credit', 'none'] as const).filter((way) => way !== 'store_credit' || preview?.hasCustomer);
  return (
    <DeedDialog
      title={t('title.cancel', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('cancelling.confirm')}
      isDestructive
      onConfirm={mayGo ? () => deed.send({ key: preview.key, reason, restock: yes(restock), notify: yes(notify), shown: String(preview.amount) }, t('cancelling.done', { name: order.name })) : null}
      sentence={preview?.sentence ?? null}
      onClose={onClose}
    >
      {preview && (
        <>
          {!preview.rights.mayCancel && <Banner tone="info">{t('rights.notAllowed')}</Banner>}
          {preview.obstacle ? (
            <Banner tone="warning">{t(`cancelling.${preview.obstacle}`)}</Banner>
          ) : (
            <>
              <Select label={t('cancelling.reason')} options={reasons.map((value) => ({ value, label: t(`cancelling.reasons.${value}`) }))} value={reason} onChange={setReason} />
              <ChoiceList title={t('cancelling.money')} choices={ways.map((way) => ({ value: way, label: t(`cancelling.${way}`, { amount }) }))} selected={[to]} onChange={([way]) => setTo(way === 'store_credit' || way === 'none' ? way : 'original')} />
              {isOver && <Banner tone="info">{t(preview.rights.may ? 'answer.over_limit' : 'rights.forbidden')}</Banner>}
              <Checkbox label={t('cancelling.restock')} checked={restock} onChange={setRestock} />
              <Checkbox label={t('cancelling.notify')} checked={notify} onChange={setNotify} />
              <Text as="p" tone="subdued">
                {t('cancelling.final')}
              </Text>
            </>
          )}
        </>
      )}
    </DeedDialog>
  );
}
