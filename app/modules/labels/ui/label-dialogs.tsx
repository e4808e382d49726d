import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Checkbox, DropZone, FormLayout, Modal, Select, Text, TextField } from '@shopify/polaris';
import { useState, type ReactNode } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useShellWords } from '#app/ui/words.ts';
import type { LabelAnswer } from '../acts/act-on-label.server.ts';
import type { LabelCardView } from '../label-card.server.ts';
import { isLabelService } from '../way-back.ts';
import { useLabelWords } from './words.ts';

interface Props {
  view: LabelCardView;
  onClose(): void;
}

/** What the form of a file may carry in all is a megabyte. */
const largest = 900_000;

/** Sends what a person decided about a label, says what came of it, and closes. */
function useLabelAct({ view, onClose }: Props, done: string) {
  const { t, name } = useLabelWords();
  const shell = useShellWords();
  const fetcher = useFetcher<LabelAnswer>();
  useAnswer(fetcher.data, (answer) => {
    if (!('is' in answer) || answer.is !== 'done') return;
    showToast(done);
    onClose();
  });
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  const errors = answer && 'errors' in answer ? answer.errors.fields : {};
  const ours = ['labelFile', 'labelTooBig', 'trackingNumber'];
  return {
    busy: fetcher.state !== 'idle',
    refusal: answer && 'is' in answer && answer.is !== 'done' ? t(answer.is) : null,
    errorOf: (field: string) => {
      const code = errors[field];
      return code === undefined ? undefined : ours.includes(code) ? name('errors', code) : shell.name('errors', code);
    },
    submit(intent: string, fields: Record<string, Blob | string>) {
      const form = new FormData();
      for (const [field, value] of Object.entries({ intent, key: view.key, ...fields })) form.set(field, value);
      fetcher.submit(form, { method: 'post', action: `/app/returns/${view.returnId}/label`, encType: 'multipart/form-data' });
    },
  };
}

interface DialogProps extends Pick<Props, 'onClose'> {
  title: string;
  confirm: string;
  busy: boolean;
  disabled?: boolean;
  refusal: string | null;
  onConfirm(): void;
  children: ReactNode;
}

function Dialog({ title, confirm, busy, disabled = false, refusal, onConfirm, onClose, children }: DialogProps) {
  const shell = useShellWords();
  return (
    <Modal open onClose={onClose} title={title} primaryAction={{ content: confirm, loading: busy, disabled, onAction: onConfirm }} secondaryActions={[{ content: shell.t('form.cancel'), onAction: onClose }]}>
      <Modal.Section>
        <BlockStack gap="400">
          {refusal && <Banner tone="critical"><p>{refusal}</p></Banner>}
          {children}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

/** Asks once before money is spent. */
export function BuyDialog({ view, replaces, onClose }: Props & { replaces: boolean }) {
  const { t, name } = useLabelWords();
  const { busy, refusal, submit } = useLabelAct({ view, onClose }, t('buy.done'));
  const [service, setService] = useState(view.services[0] ?? 'easypost');
  const [qr, setQr] = useState(false);
  return (
    <Dialog title={t('buy.title')} confirm={t('buy.confirm')} busy={busy} refusal={refusal} onClose={onClose} onConfirm={() => submit('buy', { service, qr: String(qr) })}>
      <Text as="p">{t('buy.text')}</Text>
      {replaces && <Text as="p">{t('buy.replaces')}</Text>}
      {view.services.length > 1 && <Select label={t('buy.service')} options={view.services.map((value) => ({ value, label: name('by', value) }))} value={service} onChange={(chosen) => isLabelService(chosen) && setService(chosen)} />}
      <Checkbox label={t('buy.qr')} checked={qr} onChange={setQr} />
    </Dialog>
  );
}

/** A label that the shop made elsewhere. */
export function UploadDialog({ view, onClose }: Props) {
  const { t } = useLabelWords();
  const { busy, refusal, errorOf, submit } = useLabelAct({ view, onClose }, t('upload.done'));
  const [file, setFile] = useState<File | null>(null);
  const [fields, setFields] = useState({ carrier: '', number: '', cost: '' });
  const change = (field: keyof typeof fields) => (value: string) => setFields((before) => ({ ...before, [field]: value }));
  const isTooBig = file !== null && file.size > largest;
  return (
    <Dialog title={t('upload.title')} confirm={t('upload.confirm')} busy={busy} disabled={file === null || isTooBig} refusal={refusal} onClose={onClose} onConfirm={() => file && submit('upload', { file, ...fields })}>
      <DropZone label={t('upload.drop')} allowMultiple={false} accept="application/pdf,image/png" variableHeight disabled={busy} onDrop={(_all, [accepted]) => setFile(accepted ?? null)}>
        {file ? <BlockStack inlineAlign="center"><Text as="p" breakWord>{file.name}</Text></BlockStack> : <DropZone.FileUpload actionTitle={t('upload.drop')} actionHint={t('upload.dropHint')} />}
      </DropZone>
      <div role="alert">{isTooBig ? t('upload.tooBig') : errorOf('file')}</div>
      <FormLayout>
        <TextField label={t('upload.carrier')} autoComplete="off" value={fields.carrier} onChange={change('carrier')} error={errorOf('carrier')} />
        <TextField label={t('upload.number')} helpText={t('upload.numberHelp')} autoComplete="off" value={fields.number} onChange={change('number')} error={errorOf('number')} />
        <TextField label={t('upload.cost', { currency: view.currency })} helpText={t('upload.costHelp')} inputMode="decimal" autoComplete="off" value={fields.cost} onChange={change('cost')} error={errorOf('cost')} />
      </FormLayout>
    </Dialog>
  );
}

/** The number under which a parcel comes back that the customer sent. */
export function NumberDialog({ view, label, onClose }: Props & { label: { carrier: string | null; number: string | null } | null }) {
  const { t } = useLabelWords();
  const { busy, refusal, errorOf, submit } = useLabelAct({ view, onClose }, t('enter.done'));
  const [carrier, setCarrier] = useState(label?.carrier ?? '');
  const [number, setNumber] = useState(label?.number ?? '');
  return (
    <Dialog title={t('enter.title')} confirm={t('enter.confirm')} busy={busy} refusal={refusal} onClose={onClose} onConfirm={() => submit('number', { carrier, number })}>
      <FormLayout>
        <TextField label={t('upload.carrier')} autoComplete="off" value={carrier} onChange={setCarrier} error={errorOf('carrier')} />
        <TextField label={t('upload.number')} autoComplete="off" value={number} onChange={setNumber} error={errorOf('number')} />
      </FormLayout>
    </Dialog>
  );
}

/** Asks once before a label can no longer be used. */
export function GiveBackDialog({ view, onClose }: Props) {
  const { t } = useLabelWords();
  const { busy, refusal, submit } = useLabelAct({ view, onClose }, t('giveBack.done'));
  return (
    <Dialog title={t('giveBack.title')} confirm={t('giveBack.confirm')} busy={busy} refusal={refusal} onClose={onClose} onConfirm={() => submit('give-back', {})}>
      <Text as="p">{t('giveBack.text')}</Text>
    </Dialog>
  );
}
