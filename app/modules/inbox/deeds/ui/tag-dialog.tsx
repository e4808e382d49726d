import { Banner, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { DeedWish } from '../deed.ts';
import { isOneTag } from '../order-tag.ts';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

/** Puts a tag on an order. */
export function TagDialog({ ticketId, order, verified, wish, onClose }: DeedOf & { wish: DeedWish; onClose(): void }) {
  const { t } = useDeedWords();
  const [typed, setTyped] = useState(wish.tag);
  const deed = useDeed({ kind: 'tag', ticketId, asked: { order: order.id }, onDone: onClose });
  const { preview } = deed;
  const tag = typed.trim();
  const isWrong = !isOneTag(tag);
  return (
    <DeedDialog
      title={t('title.tag', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t('tagging.confirm')}
      onConfirm={preview?.mayTag && tag !== '' && !isWrong ? () => deed.send({ key: preview.key, tag }, t('tagging.done', { tag })) : null}
      sentence={null}
      onClose={onClose}
    >
      {preview && (
        <>
          {!preview.mayTag && <Banner tone="info">{t('rights.notAllowed')}</Banner>}
          <Text as="p">{preview.tags.length > 0 ? t('tagging.now', { tags: preview.tags.join(', ') }) : t('tagging.none')}</Text>
          <TextField label={t('tagging.tag')} autoComplete="off" value={typed} onChange={setTyped} error={isWrong ? t('tagging.wrong') : undefined} />
        </>
      )}
    </DeedDialog>
  );
}
