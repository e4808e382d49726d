import { useFetcher } from '@remix-run/react';
import { Badge, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { CardForm } from '#app/ui/card-form.tsx';
import type { FormErrors } from '#app/ui/read-form.ts';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { ShownOnDemand } from '#app/ui/shown-on-demand.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useShellWords } from '#app/ui/words.ts';
import type { SourceHealth, SourceView } from '../../sources/source-health.server.ts';
import { useParcelWords } from '../words.ts';

type SourceAnswer = { saved: true } | { errors: FormErrors } | { works: true } | { works: false; kind: string; words: string } | { forgotten: true };

/** One service that follows parcels: its key, how it stands, and the way to be rid of it. */
export function SourceCard({ view: { source, name, needs, connected } }: { view: SourceView }) {
  const { t } = useParcelWords();
  const shell = useShellWords();
  const fetcher = useFetcher<SourceAnswer>();
  const [editing, setEditing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const answer = fetcher.data;
  const busy = (intent: string) => fetcher.state !== 'idle' && fetcher.formData?.get('intent') === intent;
  const refusal = answer && 'works' in answer && !answer.works && fetcher.state === 'idle' ? answer.words : null;
  const act = (intent: string) => fetcher.submit({ intent, source }, { method: 'post' });
  useAnswer(answer, (given) => {
    if ('saved' in given) {
      setEditing(false);
      showToast(t('settings.sources.saved'));
    } else if ('works' in given && given.works) showToast(t('settings.sources.works'));
    else if ('forgotten' in given) {
      setLeaving(false);
      showToast(t('settings.sources.removed'));
    }
  });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {name}
            </Text>
            {connected ? <StateBadge health={connected} /> : <Badge>{t('settings.sources.notConnected')}</Badge>}
          </InlineStack>
          <Text as="p" tone="subdued">
            {t(`settings.sources.about.${source}`)}
          </Text>
        </BlockStack>
        {refusal !== null && (
          <Banner tone="critical" title={t('settings.sources.fails')}>
            <p>{refusal}</p>
          </Banner>
        )}
        {connected && <Health health={connected} told={refusal} />}
        {connected && !editing && (
          <ButtonGroup>
            <Button loading={busy('test')} onClick={() => act('test')}>
              {t('settings.sources.test')}
            </Button>
            <Button onClick={() => setEditing(true)}>{t('settings.sources.change')}</Button>
            <Button tone="critical" onClick={() => setLeaving(true)}>
              {shell.t('form.remove')}
            </Button>
          </ButtonGroup>
        )}
        {!connected && !editing && (
          <InlineStack>
            <Button onClick={() => setEditing(true)}>{t('settings.sources.connect')}</Button>
          </InlineStack>
        )}
        {editing && (
          <KeyForm
            needs={needs}
            connected={connected}
            saving={busy('save')}
            errors={answer && 'errors' in answer ? answer.errors : null}
            onSave={(fields) => fetcher.submit({ intent: 'save', source, ...fields }, { method: 'post' })}
            onCancel={() => setEditing(false)}
          />
        )}
      </BlockStack>
      <RemoveDialog open={leaving} busy={busy('remove')} title={t('settings.sources.removeTitle', { name })} text={t('settings.sources.removeText')} onRemove={() => act('remove')} onClose={() => setLeaving(false)} />
    </Card>
  );
}

function StateBadge({ health: { state } }: { health: SourceHealth }) {
  const { t, name } = useParcelWords();
  if (!state) return <Badge>{t('settings.sources.notYet')}</Badge>;
  return <Badge tone={state.state === 'ok' ? 'success' : 'critical'}>{name('sourceState', state.state)}</Badge>;
}

function Health({ health: { keyEnd, address, state, counts, pushAddress }, told }: { health: SourceHealth; told: string | null }) {
  const { t } = useParcelWords();
  const { formats } = useAdmin();
  const facts = [
    t('settings.sources.key', { end: keyEnd }),
    address,
    t('settings.sources.following', { following: counts.following, wanted: counts.wanted }),
    state?.answeredAt && t('settings.sources.answered', { at: formats.shortMoment(state.answeredAt) }),
    state?.pushedAt && t('settings.sources.pushed', { at: formats.shortMoment(state.pushedAt) }),
    state?.pausedUntil && !formats.isPast(state.pausedUntil) && t('settings.sources.paused', { at: formats.shortMoment(state.pausedUntil) }),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return (
    <BlockStack gap="200">
      {state && state.state !== 'ok' && state.words && state.words !== told && (
        <Banner tone="warning">
          <p>{state.words}</p>
        </Banner>
      )}
      {facts.map((fact) => (
        <Text key={String(fact)} as="p" tone="subdued" breakWord>
          {fact}
        </Text>
      ))}
      {counts.refused > 0 && (
        <BlockStack gap="100">
          <Text as="p">{t('settings.sources.refused', { count: counts.refused })}</Text>
          {counts.refusals.map(({ number, words }) => (
            <Text key={number} as="p" variant="bodySm" tone="subdued" breakWord>
              {`${number}: ${words}`}
            </Text>
          ))}
        </BlockStack>
      )}
      <ShownOnDemand show={t('settings.sources.showPush')} fields={[{ label: t('settings.sources.push'), helpText: t('settings.sources.pushHelp'), value: pushAddress }]} />
    </BlockStack>
  );
}

interface KeyFormProps {
  needs: SourceView['needs'];
  connected: SourceHealth | null;
  saving: boolean;
  errors: FormErrors | null;
  onSave(fields: { key: string; webhookSecret: string; address: string }): void;
  onCancel(): void;
}

function KeyForm({ needs, connected, saving, errors, onSave, onCancel }: KeyFormProps) {
  const { t } = useParcelWords();
  const { name } = useShellWords();
  const [key, setKey] = useState('');
  const [webhookSecret, setSecret] = useState('');
  const [address, setAddress] = useState(connected?.address ?? '');
  const wrong = (field: string) => errors?.fields[field] && name('errors', errors.fields[field]);
  return (
    <CardForm save={t('settings.sources.save')} saving={saving} onSave={() => onSave({ key, webhookSecret, address })} onCancel={onCancel}>
      {errors?.form && (
        <Banner tone="critical">
          <p>{name('errors', errors.form)}</p>
        </Banner>
      )}
      <TextField label={t('settings.sources.apiKey')} helpText={t(connected ? 'settings.sources.keepKey' : 'settings.sources.sealed')} type="password" autoComplete="off" value={key} onChange={setKey} error={wrong('key') || undefined} />
      {needs.webhookSecret && <TextField label={t('settings.sources.secret')} helpText={t(connected?.hasWebhookSecret ? 'settings.sources.keepKey' : 'settings.sources.secretHelp')} type="password" autoComplete="off" value={webhookSecret} onChange={setSecret} error={wrong('webhookSecret') || undefined} />}
      {needs.address && <TextField label={t('settings.sources.address')} helpText={t('settings.sources.addressHelp')} type="url" autoComplete="off" value={address} onChange={setAddress} error={wrong('address') || undefined} />}
    </CardForm>
  );
}
