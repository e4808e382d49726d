import { Button, FormLayout, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useCare } from '../../care/ui/use-care.ts';
import { causes, stepAfter, verdicts, type Complaint } from '../complaint.ts';
import { useComplaintWords } from './words.ts';

/** The next step of a complaint; nothing once it is over. */
export function StepForm({ complaint: { ticketId, state } }: { complaint: Complaint }) {
  const { t } = useComplaintWords();
  const [justified, setJustified] = useState('');
  const [cause, setCause] = useState('');
  const [resolution, setResolution] = useState('');
  const { busy, submit, errorOf } = useCare(ticketId, { intent: 'complaint-step', onDone: () => undefined });
  const step = stepAfter(state);
  if (!step || step === 'recorded') return null;
  const choose = { value: '', label: t('choose') };
  return (
    <FormLayout>
      {step === 'verified' && (
        <>
          <Select label={t('verify.justified')} options={[choose, ...verdicts.map((verdict) => ({ value: verdict, label: t(`justified.${verdict}`) }))]} value={justified} onChange={setJustified} error={errorOf('justified')} />
          <Select label={t('verify.cause')} helpText={t('verify.causeHelp')} options={[choose, ...causes.map((one) => ({ value: one, label: t(`causes.${one}`) }))]} value={cause} onChange={setCause} error={errorOf('cause')} />
        </>
      )}
      {step === 'resolved' && <TextField label={t('resolve.what')} autoComplete="off" multiline={2} maxLength={2_000} value={resolution} onChange={setResolution} error={errorOf('resolution')} />}
      {step === 'called_back' && <Text as="p">{t('callBack.text')}</Text>}
      {errorOf('form') && (
        <Text as="p" tone="critical">
          {errorOf('form')}
        </Text>
      )}
      <Button loading={busy} onClick={() => submit({ step, ...(step === 'verified' ? { justified, cause } : {}), ...(step === 'resolved' ? { resolution } : {}) })}>
        {t(`take.${step}`)}
      </Button>
    </FormLayout>
  );
}
