import { Badge, Banner, BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import type { TroubleRow } from '../trouble/views.ts';
import type { ParcelStory } from '../views.ts';
import { StatusBadge } from './badges.tsx';
import { doubtText, type Voice } from './evidence.ts';
import { Foldable } from './foldable.tsx';
import { Scans } from './scans.tsx';
import { TroublePanel } from './trouble-panel.tsx';

/** What is in a parcel. */
export interface ParcelContent {
  shipmentId: string;
  name: string | null;
  lines: { lineId: string; title: string; variantTitle: string | null; quantity: number }[];
}

type PromiseMade = Extract<JournalEntry, { type: 'promise.made' }>;

interface Props {
  story: ParcelStory;
  place: number;
  content: ParcelContent | null;
  troubles: readonly TroubleRow[];
  promises: readonly PromiseMade[];
  voice: Voice;
  /** Takes back a marking. */
  onUndo(at: string): void;
}

/** One parcel of an order. */
export function ParcelSection({ story, place, content, troubles, promises, voice, onUndo }: Props) {
  const { t, name } = voice.words;
  const { number, method, withdrawn, numberDoubt } = story;
  const carrier = story.carrierName ?? t('parcel.unknownCarrier');
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {content?.name ?? t('parcel.one', { number: place })}
        </Text>
        {withdrawn ? <Badge>{t('parcel.withdrawn')}</Badge> : method === 'carrier' || story.scans.length > 0 ? <StatusBadge status={story.status} cause={story.cause} /> : null}
        {story.goingBack && !story.returnedAt && <Badge tone="critical">{t('parcel.goingBack')}</Badge>}
      </InlineStack>
      <Text as="p" breakWord>
        {method === 'carrier' ? `${carrier} · ` : `${name('method', method)} `}
        {number === null ? (
          method === 'carrier' && t('parcel.noNumber')
        ) : story.url ? (
          <Link url={story.url} target="_blank" accessibilityLabel={t('parcel.track', { number })}>
            {number}
          </Link>
        ) : (
          number
        )}
      </Text>
      {!withdrawn && numberDoubt && number && story.firstScanAt === null && (
        <Banner tone="warning" title={t('parcel.doubt', { number })}>
          <p>
            {doubtText(numberDoubt, carrier, t)} {t('parcel.doubtText')}
          </p>
        </Banner>
      )}
      <Dates story={story} voice={voice} />
      {troubles
        .filter(({ kind }) => kind !== 'number_wrong' || numberDoubt === null)
        .map((trouble) => (
          <TroublePanel key={trouble.id} trouble={trouble} voice={voice} onUndo={onUndo} />
        ))}
      {content && content.lines.length > 0 && (
        <BlockStack as="ul" gap="100">
          {content.lines.map((line) => (
            <li key={line.lineId}>
              <Text as="span" breakWord>
                {line.quantity} × {[line.title, line.variantTitle].filter(Boolean).join(' – ')}
              </Text>
            </li>
          ))}
        </BlockStack>
      )}
      {promises.length > 0 && <PromiseHistory promises={promises} voice={voice} />}
      {story.scans.length > 0 && <Scans scans={story.scans} voice={voice} />}
    </BlockStack>
  );
}

/** When it left, when it comes or came, and which day passed without it. */
function Dates({ story, voice: { formats, words: { t, name } } }: Pick<Props, 'story' | 'voice'>) {
  const { deliveredAt, returnedAt, promise, missedTo, attempts, since } = story;
  const lines: { text: string; late?: boolean }[] = [{ text: t('parcel.sent', { at: formats.moment(story.shippedAt) }) }];
  if (deliveredAt) lines.push({ text: t('parcel.deliveredAt', { at: formats.moment(deliveredAt) }) });
  else if (returnedAt) lines.push({ text: t('parcel.returnedAt', { at: formats.moment(returnedAt) }) });
  else if (since) lines.push({ text: `${name('status', story.status)} ${t('parcel.since', { at: formats.moment(since) })}` });
  if (promise) {
    const day = promise.from === promise.to ? t('parcel.expected', { day: formats.inSentence.calendarDay(promise.to) }) : t('parcel.expectedRange', { from: formats.inSentence.calendarDay(promise.from), to: formats.inSentence.calendarDay(promise.to) });
    lines.push({ text: `${day} · ${name('source', promise.source)}` });
  }
  if (missedTo) lines.push({ text: deliveredAt ? t('parcel.cameLate', { day: formats.inSentence.calendarDay(missedTo) }) : t('parcel.missed', { day: formats.calendarDay(missedTo) }), late: true });
  if (attempts > 0) lines.push({ text: t('parcel.attempts', { count: attempts }) });
  return (
    <BlockStack gap="050">
      {lines.map(({ text, late }) => (
        <Text key={text} as="p" tone={late ? 'critical' : 'subdued'}>
          {text}
        </Text>
      ))}
    </BlockStack>
  );
}

/** Every day that was ever promised, the newest first. */
function PromiseHistory({ promises, voice: { formats, words: { t, name } } }: Pick<Props, 'promises' | 'voice'>) {
  return (
    <Foldable label={t('parcel.history')}>
      <BlockStack as="ol" gap="100">
        {[...promises].reverse().map(({ id, happenedAt, data: { to, previousTo, source, reason } }) => {
          const told = { at: formats.shortMoment(happenedAt), day: formats.inSentence.calendarDay(to), source: name('source', source) };
          const line = previousTo ? t('parcel.slipped', { ...told, previous: formats.inSentence.calendarDay(previousTo) }) : t('parcel.made', told);
          return (
            <li key={id}>
              <Text as="span">{reason ? `${line} · ${name('cause', reason)}` : line}</Text>
            </li>
          );
        })}
      </BlockStack>
    </Foldable>
  );
}
