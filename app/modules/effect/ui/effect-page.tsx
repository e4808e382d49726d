import { Banner, BlockStack, Page } from '@shopify/polaris';
import { useState } from 'react';
import { downloadDocument } from '#app/ui/download-document.ts';
import type { EffectView } from '../views.ts';
import { CountedCard } from './counted-card.tsx';
import { EarlierCard } from './earlier-card.tsx';
import { HoldOutCard } from './hold-out-card.tsx';
import { ResultCard } from './result-card.tsx';
import { useEffectVoice } from './use-effect-voice.ts';

/** What telling of delays spares: the hold-out that runs, what it found, and those before. */
export function EffectPage({ effect: { latest, earlier } }: { effect: EffectView }) {
  const voice = useEffectVoice();
  const { t } = voice;
  const [failed, setFailed] = useState(false);
  const taking = latest ? latest.told.enrolled + latest.heldOut.enrolled : 0;
  const download = () => {
    if (latest) downloadDocument(`/app/effect.csv?id=${latest.holdOut.id}`, `delay-notices-${latest.holdOut.id}.csv`).then(() => setFailed(false), () => setFailed(true));
  };
  return (
    <Page title={t('title')} subtitle={t('intro')} backAction={{ content: t('back'), url: '/app/notices' }} secondaryActions={[{ content: t('export'), onAction: download, disabled: taking === 0 }]}>
      <BlockStack gap="400">
        {failed && (
          <Banner tone="critical" onDismiss={() => setFailed(false)}>
            {t('exportFailed')}
          </Banner>
        )}
        <HoldOutCard running={latest?.holdOut.endedAt === null ? latest : null} voice={voice} />
        {latest && <ResultCard effect={latest} voice={voice} />}
        {earlier.length > 0 && <EarlierCard effects={earlier} voice={voice} />}
        <CountedCard voice={voice} />
      </BlockStack>
    </Page>
  );
}
