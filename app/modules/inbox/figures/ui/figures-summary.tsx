import { KeyFigures } from '#app/ui/key-figures.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { InboxFigures } from '../views.ts';
import type { FiguresVoice } from './use-figures-voice.ts';

interface Props {
  figures: InboxFigures;
  /** Whether all of the shop's conversations are counted, which orders may be compared with. */
  isWhole: boolean;
  voice: FiguresVoice;
}

/** All of the period at a glance. */
export function FiguresSummary({ figures: { total, step }, isWhole, voice: { t, count, took, shareOf, perHundred } }: Props) {
  const { opened, solved, backlog, firstReply, promises, satisfaction, orders } = total;
  const promised = promises.kept + promises.broken;
  const mostly = (ninety: number | null) => (ninety === null ? null : t('summary.ninety', { time: took(ninety) }));
  const figures = [
    { key: 'opened', value: count(opened), note: null },
    { key: 'solved', value: count(solved.count), note: null },
    { key: 'backlog', value: count(backlog), note: null },
    { key: 'contacts', value: isWhole ? perHundred(opened, orders) : '–', note: isWhole ? t('summary.contactsNote', { count: orders }) : null },
    { key: 'firstReply', value: took(firstReply.median), note: mostly(firstReply.ninety) },
    { key: 'resolution', value: took(solved.median), note: mostly(solved.ninety) },
    { key: 'promises', value: shareOf(promises.kept, promised), note: promised === 0 ? null : t('summary.promisesNote', { kept: count(promises.kept), all: count(promised) }) },
    { key: 'satisfaction', value: shareOf(satisfaction.good, satisfaction.given), note: satisfaction.given === 0 ? null : t('summary.satisfactionNote', { count: satisfaction.given }) },
  ] as const;
  return (
    <TitledCard title={t(`summary.title.${step}`)}>
      <KeyFigures columns={4} figures={figures.map((figure) => ({ ...figure, label: t(`summary.${figure.key}`) }))} />
    </TitledCard>
  );
}
