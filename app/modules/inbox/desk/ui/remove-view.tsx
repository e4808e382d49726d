import { useFetcher, useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Button } from '@shopify/polaris';
import { useState } from 'react';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { deskPath } from './desk-query.ts';
import type { SavedView, ViewAnswer } from '../saved-views.server.ts';
import { useDeskWords } from './words.ts';

/** Removes the kept view that is shown; the conversations in it stay. */
export function RemoveView({ view }: { view: SavedView }) {
  const { t } = useDeskWords();
  const navigate = useNavigate();
  const fetcher = useFetcher<ViewAnswer>();
  const [asks, setAsks] = useState(false);
  useAnswer(fetcher.data, ({ is }) => {
    setAsks(false);
    if (is !== 'removed') return;
    showToast(t('saved.removed'));
    navigate(deskPath({}));
  });
  return (
    <BlockStack gap="200">
      {fetcher.state === 'idle' && fetcher.data && fetcher.data.is !== 'removed' && <Banner tone="critical">{t('refused')}</Banner>}
      <Button onClick={() => setAsks(true)}>{t('saved.remove')}</Button>
      <RemoveDialog
        open={asks}
        busy={fetcher.state !== 'idle'}
        title={t('saved.removeTitle', { view: view.name })}
        text={t(view.shared ? 'saved.removeShared' : 'saved.removeText')}
        onRemove={() => fetcher.submit({ intent: 'remove-view', id: view.id }, { method: 'post', action: '/app/inbox?index' })}
        onClose={() => setAsks(false)}
      />
    </BlockStack>
  );
}
