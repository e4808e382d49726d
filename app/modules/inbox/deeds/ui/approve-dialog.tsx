import { Banner, Checkbox, ChoiceList, Text } from '@shopify/polaris';
import { useState } from 'react';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

/** Approves a return that the customer asked for. */
export function ApproveDialog({ ticketId, order, verified, onClose }: DeedOf & { onClose(): void }) {
  const { t } = useDeedWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const [notify, setNotify] = useState(true);
  const deed = useDeed({ kind: 'approve', ticketId, asked: { order: order.id }, onDone: onClose });
  const { preview } = deed;
  const which = preview?.returns.find(({ id }) => id === chosen) ?? preview?.returns[0];
  return (
    <DeedDialog
      title={t('title.approve', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('approve.confirm')}
      onConfirm={preview?.mayApprove && which ? () => deed.send({ key: preview.key, return: which.id, notify: notify ? 'yes' : 'no' }, t('approve.done', { name: which.name })) : null}
      sentence={which?.sentence ?? null}
      onClose={onClose}
    >
      {preview && (
        <>
          {!preview.mayApprove && <Banner tone="info">{t('rights.notAllowed')}</Banner>}
          {which ? (
            <>
              <ChoiceList title={t('approve.which')} choices={preview.returns.map(({ id, name, items }) => ({ value: id, label: t('approve.items', { name, count: items }) }))} selected={[which.id]} onChange={([id]) => setChosen(id ?? null)} />
              <Checkbox label={t('approve.notify')} checked={notify} onChange={setNotify} />
            </>
          ) : (
            <Text as="p">{t('approve.none')}</Text>
          )}
        </>
      )}
    </DeedDialog>
  );
}
