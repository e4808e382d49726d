import { BlockStack, Box, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { IntervalBar } from '#app/ui/chart/interval-bar.tsx';
import type { Interval, Tally } from '#app/kernel/interval.ts';
import type { Effect } from '../views.ts';
import type { EffectVoice } from './use-effect-voice.ts';
import { verdict } from './verdict.ts';

/** What a hold-out found: both sides, their difference, what can be said of it, and how many more it takes. */
export function ResultCard({ effect, voice }: { effect: Effect; voice: EffectVoice }) {
  const { t, per100, more } = voice;
  const { holdOut, told, heldOut, difference } = effect;
  const percent = Math.round(effect.confidence * 100);
  const ends = [told.share, heldOut.share, difference].flatMap((one) => (one ? [one.from, one.to] : []));
  const scale = { from: Math.min(0, ...ends), to: Math.max(0, ...ends) };
  const sides = [
    { what: t('result.told'), arm: told },
    { what: t('result.heldOut'), arm: heldOut },
  ];
  const notesOf = ({ did, of }: Tally, waiting: number) => [t('result.counts', { did, of }), ...(waiting > 0 ? [t('result.waiting', { number: waiting })] : [])];
  const said = (what: string, { from, to }: Interval, rate: string, figure: (value: number) => string) => t('result.chart', { what, rate, percent, from: figure(from), to: figure(to) });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {holdOut.endedAt ? t('result.titleEnded', { from: voice.day(holdOut.startedAt), to: voice.day(holdOut.endedAt) }) : t('result.title')}
          </Text>
          {holdOut.endedFor && <Text as="p">{t(`result.endedFor.${holdOut.endedFor}`)}</Text>}
          <Text as="p" fontWeight="semibold">
            {verdict(effect, voice)}
          </Text>
        </BlockStack>
        {sides.map(({ what, arm: { share, counted, enrolled } }) => (
          <Line key={what} what={what} notes={notesOf(counted, holdOut.endedAt === null ? enrolled - counted.of : 0)}>
            {share && <Figure figure={t('result.rate', { rate: per100(share.value) })} range={t('result.between', { from: per100(share.from), to: per100(share.to) })} />}
            {share && <IntervalBar label={said(what, share, t('result.rate', { rate: per100(share.value) }), per100)} interval={share} scale={scale} />}
          </Line>
        ))}
        {difference && (
          <>
            <Divider />
            <Line what={t('result.difference')}>
              <Figure figure={t('result.more', { rate: more(difference.value) })} range={t('result.between', { from: more(difference.from), to: more(difference.to) })} />
              <IntervalBar label={said(t('result.difference'), difference, t('result.more', { rate: more(difference.value) }), more)} interval={difference} scale={scale} />
            </Line>
            <Text as="p" variant="bodySm" tone="subdued">
              {t('result.legend', { percent })}
            </Text>
          </>
        )}
        <Needed effect={effect} voice={voice} />
      </BlockStack>
    </Card>
  );
}

function Line({ what, notes = [], children }: { what: string; notes?: readonly string[]; children: ReactNode }) {
  return (
    <InlineStack gap="400" align="space-between" blockAlign="center">
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          {what}
        </Text>
        {notes.map((note) => (
          <Text key={note} as="p" variant="bodySm" tone="subdued">
            {note}
          </Text>
        ))}
      </BlockStack>
      <InlineStack gap="400" blockAlign="center">
        {children}
      </InlineStack>
    </InlineStack>
  );
}

function Figure({ figure, range }: { figure: string; range: string }) {
  return (
    <Box minWidth="150px">
      <BlockStack gap="050">
        <Text as="p" variant="headingSm" numeric>
          {figure}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued" numeric>
          {range}
        </Text>
      </BlockStack>
    </Box>
  );
}

function Needed({ effect: { holdOut, needed, daysLeft, told, heldOut }, voice: { t } }: { effect: Effect; voice: EffectVoice }) {
  if (needed === null || holdOut.endedAt) return null;
  const more = needed - told.counted.of - heldOut.counted.of;
  const said = more <= 0 ? t('result.enough') : daysLeft === null ? t('result.needed', { more }) : t('result.neededDays', { more, count: daysLeft });
  return (
    <Text as="p" tone="subdued">
      {said}
    </Text>
  );
}
