import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, Checkbox, Form, Modal, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { ViewAnswer } from '../saved-views.server.ts';
import { deskPath, type DeskQuery } from './desk-query.ts';
import { useDeskWords } from './words.ts';

/** Keeps what the list shows now as a view of its own, for the reader or for everybody. */
export function KeepView({ query, canBeOwn }: { query: DeskQuery; canBeOwn: boolean }) {
  const { t } = useDeskWords();
  const fetcher = useFetcher<ViewAnswer>();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(!canBeOwn);
  useAnswer(fetcher.data, ({ is }) => {
    if (is !== 'kept') return;
    setOpen(false);
    setName('');
    showToast(t('saved.kept'));
  });
  const keep = () => {
    const [, written = ''] = deskPath({ ...query, after: null }).split('?');
    if (name.trim() !== '') fetcher.submit({ intent: 'keep-view', name, query: written, shared: shared ? 'yes' : 'no' }, { method: 'post', action: '/app/inbox?index' });
  };
  const refused = fetcher.state === 'idle' && fetcher.data && fetcher.data.is !== 'kept' ? fetcher.data : null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('saved.keep')}</Button>
      {isOpen && (
        <Modal
          open
          onClose={() => setOpen(false)}
          title={t('saved.keep')}
          primaryAction={{ content: t('saved.save'), onAction: keep, loading: fetcher.state !== 'idle', disabled: name.trim() === '' }}
          secondaryActions={[{ content: t('cancel'), onAction: () => setOpen(false) }]}
        >
          <Modal.Section>
            <Form onSubmit={keep}>
              <BlockStack gap="400">
                {refused && <Banner tone="critical">{refused.is === 'too_many' ? t('saved.tooMany', { most: refused.most }) : t('refused')}</Banner>}
                <TextField label={t('saved.name')} value={name} onChange={setName} maxLength={40} autoComplete="off" autoFocus />
                <Checkbox label={t('saved.shared')} checked={shared} onChange={setShared} disabled={!canBeOwn} />
              </BlockStack>
            </Form>
          </Modal.Section>
        </Modal>
      )}
    </>
  );
}
