import { useFetcher } from '@remix-run/react';
import { BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { NumberField } from '#app/ui/number-field.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { HoldOutAnswer } from '../act-on-hold-out.server.ts';
import { clearHarm } from '../harm.ts';
import { mostHeldOut } from '../hold-out.ts';
import type { Effect } from '../views.ts';
import type { EffectVoice } from './use-effect-voice.ts';

/** Begins a hold-out, or shows the one that runs and ends it. */
export function HoldOutCard({ running, voice }: { running: Effect | null; voice: EffectVoice }) {
  const { t } = voice;
  const fetcher = useFetcher<HoldOutAnswer>();
  useAnswer(fetcher.data, (answer) => {
    if ('done' in answer) showToast(t(answer.done === 'started' ? 'begin.started' : 'running.ended'));
    else if (answer.refused === 'conflict') showToast(t('conflict'));
  });
  const busy = fetcher.state !== 'idle';
  const send = (fields: Record<string, string>) => fetcher.submit(fields, { method: 'post' });
  const refused = fetcher.data !== undefined && 'refused' in fetcher.data && fetcher.data.refused === 'share';
  return (
    <Card>
      {running ? (
        <Running running={running} voice={voice} busy={busy} onEnd={() => send({ intent: 'end', id: running.holdOut.id })} />
      ) : (
        <Beginning voice={voice} busy={busy} error={refused ? t('begin.shareWrong') : undefined} onStart={(share) => send({ intent: 'start', share: String(share) })} />
      )}
    </Card>
  );
}

interface RunningProps {
  running: Effect;
  voice: EffectVoice;
  busy: boolean;
  onEnd(): void;
}

function Running({ running: { holdOut, odds }, voice: { t, ...voice }, busy, onEnd }: RunningProps) {
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {t('running.title', { day: voice.day(holdOut.startedAt) })}
      </Text>
      <Text as="p">{t('running.text', { share: holdOut.share })}</Text>
      <Text as="p" tone="subdued">
        {t('running.odds', { odds: voice.odds(odds), clear: clearHarm })}
      </Text>
      <InlineStack>
        <Button onClick={onEnd} loading={busy}>
          {t('running.end')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

interface BeginningProps {
  voice: EffectVoice;
  busy: boolean;
  error: string | undefined;
  onStart(share: number): void;
}

function Beginning({ voice: { t }, busy, error, onStart }: BeginningProps) {
  const [share, setShare] = useState(10);
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {t('begin.title')}
      </Text>
      <Text as="p">{t('begin.text')}</Text>
      <Text as="p">{t('begin.never')}</Text>
      <Text as="p">{t('begin.ends')}</Text>
      <Box maxWidth="320px">
        <NumberField label={t('begin.share')} helpText={t('begin.shareHelp')} suffix="%" min={1} max={mostHeldOut} value={share} onChange={setShare} error={error} />
      </Box>
      <InlineStack>
        <Button variant="primary" loading={busy} onClick={() => onStart(share)}>
          {t('begin.start')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
