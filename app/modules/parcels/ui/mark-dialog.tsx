import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Modal, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { chosenFields, countOf, type Chosen } from './chosen.ts';
import { useParcelWords } from './words.ts';

export type DecidedMark = 'watched' | 'claimed' | 'dismissed';
export type MarkAnswer = { marked: number; at: string } | { undone: number } | { invalid: string };

const longestReason = 200;
const asked = { watched: 'allWatched', claimed: 'allClaimed', dismissed: 'allDismissed' } as const;
const confirm = { watched: 'confirmWatched', claimed: 'confirmClaimed', dismissed: 'confirmDismissed' } as const;

interface Props {
  mark: DecidedMark;
  chosen: Chosen;
  onClose(): void;
  onDone(): void;
  /** Takes back what was marked at that moment: from `useUndoMarking`, of somebody who is still there when the dialog is gone. */
  onUndo(at: string): void;
}

/** Asks once before troubles are marked, with room for a reason, which dismissing needs; the answer can be taken back. */
export function MarkDialog({ mark, chosen, onClose, onDone, onUndo }: Props) {
  const { t } = useParcelWords();
  const fetcher = useFetcher<MarkAnswer>();
  const [reason, setReason] = useState('');
  const count = countOf(chosen);
  const [isTried, setTried] = useState(false);
  const tooLong = reason.trim().length > longestReason;
  const isMissing = mark === 'dismissed' && reason.trim() === '';
  const complaint = tooLong ? t('dialog.reasonLong') : isTried && isMissing ? t('dialog.reasonMissing') : undefined;
  useAnswer(fetcher.data, (answer) => {
    if (!('marked' in answer)) return;
    const { at } = answer;
    showToast(t(mark === 'dismissed' ? 'toast.dismissed' : 'toast.marked', { count: answer.marked }), answer.marked === 0 ? undefined : { content: t('toast.undo'), onAction: () => onUndo(at) });
    onDone();
  });
  return (
    <Modal
      open
      onClose={onClose}
      title={count === null ? t(`dialog.${asked[mark]}`) : t(`dialog.${mark}`, { count })}
      primaryAction={{
        content: t(`dialog.${confirm[mark]}`),
        destructive: mark === 'dismissed',
        loading: fetcher.state !== 'idle',
        disabled: tooLong,
        onAction: () => (isMissing ? setTried(true) : fetcher.submit({ intent: 'mark', mark, reason: reason.trim(), ...chosenFields(chosen) }, { method: 'post' })),
      }}
      secondaryActions={[{ content: t('dialog.cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {fetcher.data && 'invalid' in fetcher.data && (
            <Banner tone="critical">
              <p>{t('dialog.failed')}</p>
            </Banner>
          )}
          <Text as="p">{t(`dialog.${mark}Text`)}</Text>
          <TextField
            label={t('dialog.reason')}
            helpText={t('dialog.reasonHelp')}
            autoComplete="off"
            multiline={2}
            value={reason}
            onChange={setReason}
            requiredIndicator={mark === 'dismissed'}
            error={complaint}
          />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

/** Takes back what was marked at one moment, and says how many. */
export function useUndoMarking(): (at: string) => void {
  const { t } = useParcelWords();
  const fetcher = useFetcher<MarkAnswer>();
  useAnswer(fetcher.data, (answer) => {
    if ('undone' in answer) showToast(t('toast.undone', { count: answer.undone }));
  });
  return (at) => fetcher.submit({ intent: 'undo', at }, { method: 'post' });
}
