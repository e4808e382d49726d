import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Checkbox, Modal, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { Act, ActAnswer } from '../acts.ts';
import { useReturnWords } from './words.ts';

const reasons = ['RETURN_PERIOD_ENDED', 'FINAL_SALE', 'OTHER'] as const;
const longestNote = 500;
/** Shopify's codes that we have words for; of others its own words are shown. */
const wordedRefusals = ['INVALID_STATE', 'NOT_FOUND', 'TOO_LONG', 'MISSING_PERMISSION', 'NOT_EDITABLE'];

interface Props {
  act: Act;
  name: string;
  actKey: string;
  onClose(): void;
}

/** Asks once before something is done to a return, with what the customer is told of it; what Shopify says to it stands here in words. */
export function ActDialog({ act, name: called, actKey, onClose }: Props) {
  const { t, name } = useReturnWords();
  const fetcher = useFetcher<ActAnswer>();
  const [reason, setReason] = useState<string>(reasons[0]);
  const [note, setNote] = useState('');
  const [notify, setNotify] = useState(true);
  const tooLong = note.trim().length > longestNote;
  const tells = act === 'approve' || act === 'decline';
  useAnswer(fetcher.data, (answer) => {
    if (answer.is !== 'done') return;
    showToast(t(`acts.${act}.done`));
    onClose();
  });
  const fields = {
    act,
    key: actKey,
    ...(tells ? { notify: notify ? 'yes' : 'no' } : {}),
    ...(act === 'decline' ? { reason, note } : {}),
  };
  return (
    <Modal
      open
      onClose={onClose}
      title={t(`acts.${act}.title`, { name: called })}
      primaryAction={{
        content: t(`acts.${act}.confirm`),
        destructive: act === 'decline' || act === 'cancel',
        loading: fetcher.state !== 'idle',
        disabled: tooLong,
        onAction: () => fetcher.submit(fields, { method: 'post' }),
      }}
      secondaryActions={[{ content: t('acts.back'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {fetcher.data && fetcher.state === 'idle' && <Answer answer={fetcher.data} />}
          <Text as="p">{t(`acts.${act}.text`)}</Text>
          {act === 'decline' && (
            <>
              <Select
                label={t('acts.reason')}
                options={reasons.map((value) => ({ value, label: name('declineReason', value.toLowerCase()) }))}
                value={reason}
                onChange={setReason}
              />
              <TextField
                label={t('acts.note')}
                helpText={t('acts.noteHelp')}
                autoComplete="off"
                multiline={3}
                value={note}
                onChange={setNote}
                error={tooLong ? t('acts.noteLong') : undefined}
              />
            </>
          )}
          {tells && <Checkbox label={t('acts.notify')} helpText={t('acts.notifyHelp')} checked={notify} onChange={setNotify} />}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

function Answer({ answer }: { answer: ActAnswer }) {
  const { t, name } = useReturnWords();
  if (answer.is === 'done') return null;
  const calm = answer.is === 'already' || answer.is === 'underway';
  const said = ({ code, message }: { code: string | null; message: string }) => t('answer.refused', { message: code !== null && wordedRefusals.includes(code) ? name('refusal', code) : message });
  return (
    <Banner tone={calm ? 'info' : 'critical'}>
      <p>{answer.is === 'refused' ? said(answer) : t(`answer.${answer.is}`)}</p>
    </Banner>
  );
}
