import { useFetcher } from '@remix-run/react';
import { Badge, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { CardForm } from '#app/ui/card-form.tsx';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useShellWords } from '#app/ui/words.ts';
import type { WaysBackAnswer } from '../../ways/change-ways-back.server.ts';
import type { LabelAccountView } from '../../ways/ways-back-view.server.ts';
import { useLabelWords } from '../words.ts';

const ours = ['keyRefused', 'silent'];

/** The merchant's account at a service that sells labels: its key, whether it works, and the way to be rid of it. */
export function LabelAccountCard({ account: { service, name: called, connected } }: { account: LabelAccountView }) {
  const { t, name } = useLabelWords();
  const shell = useShellWords();
  const { formats } = useAdmin();
  const fetcher = useFetcher<WaysBackAnswer>();
  const [open, setOpen] = useState<'form' | 'removal' | null>(null);
  const [key, setKey] = useState('');
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  const errors = answer && 'errors' in answer ? answer.errors : null;
  const inWords = (code: string | null | undefined) => (code ? (ours.includes(code) ? name('errors', code) : shell.name('errors', code)) : undefined);
  const busy = (intent: string) => fetcher.state !== 'idle' && fetcher.formData?.get('intent') === intent;
  const submit = (intent: string, fields: Record<string, string> = {}) => fetcher.submit({ intent, service, ...fields }, { method: 'post' });
  useAnswer(fetcher.data, (given) => {
    if ('works' in given && given.works) showToast(t('settings.account.works'));
    if (!('connected' in given) && !('removed' in given)) return;
    setOpen(null);
    setKey('');
    showToast(t('connected' in given ? 'settings.account.saved' : 'settings.account.removed'));
  });
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">{called}</Text>
          {connected && <Badge tone="success">{t('settings.account.connected')}</Badge>}
        </InlineStack>
        {errors?.form && <Banner tone="critical"><p>{inWords(errors.form)}</p></Banner>}
        {answer && 'works' in answer && !answer.works && <Banner tone="critical" title={t('settings.account.fails')}><p>{answer.words}</p></Banner>}
        <Text as="p" tone="subdued">{connected ? t('settings.account.keyEnd', { end: connected.keyEnd, at: formats.moment(connected.at) }) : t('settings.account.none')}</Text>
        {open === 'form' ? (
          <CardForm save={t('settings.account.save')} saving={busy('connect')} onSave={() => submit('connect', { key })} onCancel={() => setOpen(null)}>
            <TextField label={t('settings.account.key')} helpText={t('settings.account.keyHelp')} type="password" autoComplete="off" value={key} onChange={setKey} error={inWords(errors?.fields.key)} />
          </CardForm>
        ) : (
          <ButtonGroup>
            {connected && <Button loading={busy('test')} onClick={() => submit('test')}>{t('settings.account.test')}</Button>}
            <Button onClick={() => setOpen('form')}>{t(connected ? 'settings.account.change' : 'settings.account.connect')}</Button>
            {connected && <Button tone="critical" onClick={() => setOpen('removal')}>{shell.t('form.remove')}</Button>}
          </ButtonGroup>
        )}
      </BlockStack>
      <RemoveDialog open={open === 'removal'} busy={busy('disconnect')} title={t('settings.account.removeTitle', { name: called })} text={t('settings.account.removeText')} onRemove={() => submit('disconnect')} onClose={() => setOpen(null)} />
    </Card>
  );
}
