import { Badge, BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { PromiseBadge } from '../../promises/ui/promise-badge.tsx';
import type { Complaint } from '../complaint.ts';
import { RecordForm } from './record-form.tsx';
import { StepForm } from './step-form.tsx';
import { useComplaintWords } from './words.ts';

interface Props {
  ticketId: number;
  /** Null: the ticket is none. */
  complaint: Complaint | null;
  /** A time that could be promised, on the shop's clocks. */
  suggestedAt: string;
}

/** The complaint that a ticket is: how far it has come, by when its customer is called back, and its next step. */
export function ComplaintCard({ ticketId, complaint, suggestedAt }: Props) {
  const { t } = useComplaintWords();
  const [recording, setRecording] = useState(false);
  if (complaint) return <Recorded complaint={complaint} />;
  if (recording) return <RecordForm ticketId={ticketId} suggestedAt={suggestedAt} onClose={() => setRecording(false)} />;
  return (
    <InlineStack>
      <Button variant="plain" onClick={() => setRecording(true)}>
        {t('record.open')}
      </Button>
    </InlineStack>
  );
}

function Recorded({ complaint }: { complaint: Complaint }) {
  const { t } = useComplaintWords();
  const { formats } = useAdmin();
  const { state, what, promisedAt, justified, cause, resolution, recordedAt, verifiedAt, resolvedAt, calledBackAt } = complaint;
  const taken = [
    { step: 'recorded', at: recordedAt, text: what },
    { step: 'verified', at: verifiedAt, text: justified && cause ? t('verdict', { verdict: t(`justified.${justified}`), cause: t(`causes.${cause}`) }) : '' },
    { step: 'resolved', at: resolvedAt, text: resolution },
    { step: 'called_back', at: calledBackAt, text: '' },
  ] as const;
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {t('complaint')}
        </Text>
        {calledBackAt ? <Badge tone={calledBackAt <= promisedAt ? 'success' : 'critical'}>{t(calledBackAt <= promisedAt ? 'inTime' : 'late')}</Badge> : <PromiseBadge dueAt={promisedAt} />}
        <Link url="/app/inbox/complaints">{t('all')}</Link>
      </InlineStack>
      <Text as="p">{t('promised', { at: formats.moment(promisedAt) })}</Text>
      <BlockStack as="ul" gap="200">
        {taken.flatMap(({ step, at, text }) =>
          at
            ? [
                <li key={step}>
                  <Text as="p" fontWeight="medium">
                    {t(`steps.${step}`)} <Text as="span" tone="subdued" fontWeight="regular">{formats.shortMoment(at)}</Text>
                  </Text>
                  {text !== '' && (
                    <Text as="p" breakWord>
                      {text}
                    </Text>
                  )}
                </li>,
              ]
            : [],
        )}
      </BlockStack>
      <StepForm key={state} complaint={complaint} />
    </BlockStack>
  );
}
