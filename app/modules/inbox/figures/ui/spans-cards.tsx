import { BlockStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { Bars } from '#app/ui/chart/bars.tsx';
import { useLabelled } from '#app/ui/use-labelled.ts';
import type { Span } from '../views.ts';
import { FiguresCard } from './figures-card.tsx';
import type { FiguresVoice } from './use-figures-voice.ts';

interface Props {
  spans: readonly Span[];
  voice: FiguresVoice;
}

/** How many conversations were opened and solved, span by span, and what was left. */
export function VolumeCard({ spans, isWhole, voice }: Props & { isWhole: boolean }) {
  const { t, count, span, perHundred } = voice;
  const told = useSpansTold(spans, span);
  const said = (value: (of: Span) => number) => told((of) => count(value(of)));
  return (
    <FiguresCard
      title={t('volume.title')}
      headings={[t('span'), t('summary.opened'), t('summary.solved'), t('volume.backlog'), ...(isWhole ? [t('volume.contacts')] : [])]}
      rows={spans.map((of) => [span(of.day), count(of.opened), count(of.solved.count), count(of.backlog), ...(isWhole ? [perHundred(of.opened, of.orders)] : [])])}
      voice={voice}
    >
      <Drawn title={t('summary.opened')} label={said(({ opened }) => opened)} values={spans.map(({ opened }) => opened)} />
      <Drawn title={t('volume.backlog')} label={said(({ backlog }) => backlog)} values={spans.map(({ backlog }) => backlog)} />
    </FiguresCard>
  );
}

/** How soon customers were answered and helped, and how they liked it, span by span. */
export function QualityCard({ spans, voice }: Props) {
  const { t, span, took, shareOf, quality } = voice;
  const told = useSpansTold(spans, span);
  const kept = ({ promises }: Span) => promises.kept / (promises.kept + promises.broken);
  return (
    <FiguresCard
      title={t('quality.title')}
      headings={[t('span'), t('quality.firstReply'), t('quality.resolution'), t('quality.promises'), t('quality.satisfaction')]}
      rows={spans.map((of) => [span(of.day), ...quality(of)])}
      voice={voice}
    >
      <Drawn title={t('summary.firstReply')} label={told((of) => took(of.firstReply.median))} values={spans.map(({ firstReply }) => firstReply.median)} />
      <Drawn
        title={t('summary.promises')}
        label={told((of) => shareOf(of.promises.kept, of.promises.kept + of.promises.broken))}
        values={spans.map((of) => (Number.isNaN(kept(of)) ? null : kept(of)))}
      />
    </FiguresCard>
  );
}

/** Something of every span, read out one after the other. */
function useSpansTold(spans: readonly Span[], span: FiguresVoice['span']): (value: (of: Span) => string) => string {
  const labelled = useLabelled();
  const { formats } = useAdmin();
  return (value) => formats.list(spans.map((of) => labelled(span(of.day), [value(of)])));
}

function Drawn({ title, label, values }: { title: string; label: string; values: readonly (number | null)[] }) {
  const labelled = useLabelled();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="bodySm" tone="subdued">
        {title}
      </Text>
      <Bars label={labelled(title, [label])} values={values} />
    </BlockStack>
  );
}
