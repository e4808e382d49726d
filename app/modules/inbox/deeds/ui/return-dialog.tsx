import { Banner, BlockStack, Link, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { writeLines, type ChosenLine } from '../chosen-line.ts';
import type { LineToReturn, ReturnPreview } from '../preview-return.server.ts';
import { DeedDialog } from './deed-dialog.tsx';
import type { DeedOf } from './deed-parts.tsx';
import { ReturnLine, type TypedLine } from './return-line.tsx';
import { ReturnMeaning } from './return-meaning.tsx';
import { useDeed } from './use-deed.ts';
import { useDeedWords } from './words.ts';

const nothingTyped: TypedLine = { units: 0, reasonId: null, outcome: null, variantId: null, note: '', answers: [], exception: '' };

/** Begins a return for the customer, under the shop's own policy. */
export function ReturnDialog({ ticketId, order, verified, onClose }: DeedOf & { onClose(): void }) {
  const { t } = useDeedWords();
  const { locale } = useAdmin();
  const [typed, setTyped] = useState<Readonly<Record<string, TypedLine>>>({});
  const [way, setWay] = useState('');
  const lines = Object.entries(typed).flatMap(([lineId, { units, reasonId, outcome, variantId }]): ChosenLine[] => (units > 0 ? [{ lineId, units, reasonId, outcome, variantId: outcome === 'exchange' ? variantId : null }] : []));
  const deed = useDeed({ kind: 'return', ticketId, asked: { order: order.id, lines: writeLines(lines), way, locale }, onDone: onClose });
  const { preview } = deed;
  const means = preview?.means ?? null;
  const words = lines.map(({ lineId }) => ({ lineId, note: typed[lineId]?.note ?? '', answers: typed[lineId]?.answers ?? [], exception: typed[lineId]?.exception ?? '' }));
  const isWhole = preview !== null && lines.length > 0 && lines.every(({ lineId }) => isTyped(preview.lines.find((line) => line.lineId === lineId), typed[lineId]));
  const mayGo = preview?.mayBegin === true && isWhole && deed.answer?.is !== 'running';
  const begin = (key: string, { shown: { refund, owed, bonus, currency } }: NonNullable<ReturnPreview['means']>) =>
    deed.send({ key, way: preview?.way ?? way, refund: String(refund), owed: String(owed), bonus: String(bonus), currency, typed: JSON.stringify(words) }, t('return.done'));
  return (
    <DeedDialog
      title={t('title.return', { name: order.name })}
      order={order}
      verified={verified}
      deed={deed}
      confirm={t(means?.approval === 'person' ? 'return.ask' : 'return.confirm')}
      onConfirm={mayGo && means ? () => begin(preview.key, means) : null}
      sentence={preview?.sentence ?? null}
      onClose={onClose}
    >
      {preview && <ReturnFields preview={preview} typed={typed} onType={(lineId, changes) => setTyped((before) => ({ ...before, [lineId]: { ...(before[lineId] ?? nothingTyped), ...changes } }))} onWay={setWay} />}
    </DeedDialog>
  );
}

interface FieldsProps {
  preview: ReturnPreview;
  typed: Readonly<Record<string, TypedLine>>;
  onType(lineId: string, changes: Partial<TypedLine>): void;
  onWay(way: string): void;
}

/** What goes back, why, for what and how, with what it means; or why nothing can. */
export function ReturnFields({ preview, typed, onType, onWay }: FieldsProps) {
  const { t } = useDeedWords();
  const { mayBegin, isUnpromised, lines, ways, way, portal } = preview;
  const open = lines.filter(({ why }) => why === null);
  if (isUnpromised) return <Banner tone="info">{t('return.unpromised')}</Banner>;
  return (
    <BlockStack gap="400">
      {!mayBegin && <Banner tone="info">{t('rights.notAllowed')}</Banner>}
      {open.length === 0 && <Banner tone="info">{t('return.nothing')}</Banner>}
      {open.map((line) => (
        <ReturnLine key={line.lineId} line={line} currency={preview.currency} typed={typed[line.lineId] ?? nothingTyped} onType={(changes) => onType(line.lineId, changes)} />
      ))}
      {lines.map(
        ({ lineId, title, why }) =>
          why !== null && (
            <Text key={lineId} as="p" tone="subdued" breakWord>
              {t(`return.why.${why}`, { title })}
            </Text>
          ),
      )}
      {ways.length > 1 && <Select label={t('return.way')} options={ways.map(({ value, title, cost }) => ({ value, label: t('return.wayOption', { title, cost }) }))} value={way} onChange={onWay} />}
      {open.length > 0 && <ReturnMeaning preview={preview} />}
      {portal !== null && open.length > 0 && (
        <Text as="p" tone="subdued">
          {t('return.portalText')}{' '}
          <Link url={portal} target="_blank">
            {t('return.portalLink')}
          </Link>
        </Text>
      )}
    </BlockStack>
  );
}

/** Whether all that is asked for in words is there. */
function isTyped(line: LineToReturn | undefined, typed: TypedLine | undefined): boolean {
  if (!line || !typed) return false;
  const offer = line.outcomes.find(({ outcome }) => outcome === typed.outcome);
  const needsNote = line.reasons.find(({ id }) => id === typed.reasonId)?.needsNote ?? false;
  const hasAnswers = offer?.questions.every((_, at) => (typed.answers[at] ?? '').trim() !== '') ?? false;
  return hasAnswers && (!needsNote || typed.note.trim() !== '') && (offer?.refusal == null || typed.exception.trim() !== '');
}
