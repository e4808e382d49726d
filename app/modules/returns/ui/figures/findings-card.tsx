import { BlockStack, Link, Text } from '@shopify/polaris';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { Finding } from '../../figures/views.ts';
import type { FiguresVoice } from './use-figures-voice.ts';

/** The reasons that stand out, each as a sentence with its evidence and the way to the returns that gave it. */
export function FindingsCard({ findings, voice }: { findings: readonly Finding[]; voice: FiguresVoice }) {
  const { t, finding, share } = voice;
  return (
    <TitledCard title={t('findings.title')} text={t('findings.text')} gap="300">
      {findings.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('findings.none')}
        </Text>
      ) : (
        <BlockStack as="ul" gap="300">
          {findings.map((one) => (
            <li key={`${one.productId} ${one.variantTitle} ${one.reason}`}>
              <Link url={`/app/returns?shelf=all&reason=${encodeURIComponent(one.reason)}`}>{finding(one)}</Link>
              <Text as="p" variant="bodySm" tone="subdued">
                {t('findings.usual', { share: share(one.usual) })}
              </Text>
            </li>
          ))}
        </BlockStack>
      )}
    </TitledCard>
  );
}
