import { useFetcher } from '@remix-run/react';
import { Button, Form, FormLayout, Link, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { TrialAnswer } from '../../ways/act-on-templates.server.ts';
import type { TemplatesSetting } from '../../ways/whatsapp-templates.ts';
import { useNoticeWords } from '../words.ts';
import { useTemplateWords } from './words.ts';

/** Sends one of the saved templates to the merchant's own number. */
export function TrialCard({ templates }: Pick<TemplatesSetting, 'templates'>) {
  const { t } = useTemplateWords();
  const { t: notices } = useNoticeWords();
  const fetcher = useFetcher<TrialAnswer>();
  const [at, setAt] = useState('0');
  const [to, setTo] = useState('');
  const sending = fetcher.state !== 'idle';
  const refused = !sending && fetcher.data && 'refused' in fetcher.data ? notices(`detail.${fetcher.data.refused}`) : undefined;
  useAnswer(fetcher.data, (answer) => {
    if ('queuedTo' in answer) showToast(notices('detail.queued', { to: answer.queuedTo }));
  });
  return (
    <TitledCard title={t('trial.title')} text={t('trial.text')}>
      <Form noValidate onSubmit={() => fetcher.submit({ intent: 'try-template', at, to }, { method: 'post' })}>
        <FormLayout>
          <Select label={t('trial.template')} options={templates.map(({ name, language }, index) => ({ value: String(index), label: `${name} (${language})` }))} value={at} onChange={setAt} />
          <TextField label={t('trial.to')} type="tel" autoComplete="tel" value={to} onChange={setTo} error={refused} />
          <Button submit loading={sending}>{t('trial.send')}</Button>
        </FormLayout>
      </Form>
      <Link url="/app/messages?channel=whatsapp">{t('trial.messages')}</Link>
    </TitledCard>
  );
}
