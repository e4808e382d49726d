import type { Owed, RequestState, RequestView } from '#app/modules/returns/index.pure.ts';
import type { PortalVisit } from './portal-visit.ts';

const ends: readonly RequestState[] = ['done', 'declined', 'cancelled', 'replaced', 'given_up'];

/** Nothing more happens to it. */
export function isOver(state: RequestState): boolean {
  return ends.includes(state);
}

/** Whether its customer has, or is about to have, what it is sent with, and it is not with the shop yet. */
export function isToBeSent({ state }: Pick<RequestView, 'state'>): boolean {
  return state === 'send' || state === 'travelling';
}

/** Whether the shop's label is what its customer still waits for. */
export function waitsForLabel({ wayBack: { kind } }: RequestView, labels: readonly unknown[]): boolean {
  return labels.length === 0 && (kind === 'label' || kind === 'qr');
}

type Spoken = Pick<PortalVisit, 'say' | 'gift' | 'mails'> & { words: { locale: string } };

interface Stands {
  heading: string;
  next: string;
}

/** How a return stands and what comes next, in words; nothing is said to have happened that has not. */
export function howItStands({ say, words, gift, mails }: Spoken, view: RequestView, labels: readonly unknown[], owed: Owed | null): Stands {
  const { state, sends } = view;
  const heading = say(`state.${state}`);
  const rest = openPart(view);
  if (rest) {
    const items = new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(rest.open.map(({ title, units }) => say('next.item', { title, count: units })));
    return { heading: say(rest.hasArrived ? 'state.partlyArrived' : 'state.partlyRefunded'), next: say(isToBeSent(view) ? 'next.expected' : 'next.checking', { items }) };
  }
  if (state === 'send' && waitsForLabel(view, labels)) return { heading: say('state.labelling'), next: say('next.labelling') };
  if (owed && (state === 'settling' || state === 'refunded' || state === 'done')) return { heading, next: say('next.owed') };
  if (!sends && (state === 'settling' || (state === 'making' && !gift))) return { heading, next: say('next.kept') };
  if (state === 'settling' && view.lines.some(({ outcome }) => outcome === 'exchange' || outcome === 'other_product' || outcome === 'warranty')) return { heading, next: say('next.goods') };
  // An email is only promised where the shop sends that one.
  return { heading, next: say((state === 'making' || state === 'asked' || state === 'travelling') && !mails[state] ? `here.${state}` : `next.${state}`) };
}

/** What is still open of a return of which something has come or is settled; null where it stands as one. */
function openPart({ state, lines, returns }: RequestView) {
  if (state !== 'send' && state !== 'travelling' && state !== 'arrived') return null;
  const behind = returns.filter((each) => (state === 'arrived' ? each.state === 'arrived' : isToBeSent(each)));
  const open = behind.flatMap((each) => each.open).map(({ lineId, units }) => ({ title: lines.find((line) => line.lineId === lineId)?.title ?? '', units }));
  const sum = (rows: readonly { units: number }[]) => rows.reduce((total, { units }) => total + units, 0);
  return open.length > 0 && sum(open) < sum(lines) && returns.some(({ refunds, hasArrived }) => hasArrived || refunds.length > 0) ? { open, hasArrived: returns.some(({ hasArrived }) => hasArrived) } : null;
}

const marks = ['asked', 'approved', 'sent', 'arrived', 'refunded'] as const;

interface Mark {
  name: (typeof marks)[number];
  standing: 'done' | 'current' | 'open';
}

/** What has happened to a return, the last of it as where it stands now; null for one that came to nothing. Sending is no part of it where nothing was, or has to be, sent. */
export function marksOf({ state, sends, returns }: RequestView): Mark[] | null {
  if (isOver(state) && state !== 'done') return null;
  const isSettled = state === 'refunded' || state === 'done';
  const hasArrived = returns.some((each) => each.hasArrived) || state === 'arrived';
  const happened = {
    asked: true,
    approved: state !== 'making' && state !== 'stuck' && state !== 'asked',
    sent: hasArrived || returns.some((each) => each.state === 'travelling'),
    arrived: hasArrived,
    refunded: isSettled,
  };
  const isSending = sends && (hasArrived || !(isSettled || state === 'settling'));
  const shown = marks.filter((name) => isSending || (name !== 'sent' && name !== 'arrived'));
  const last = shown.findLast((name) => happened[name]);
  return shown.map((name) => ({ name, standing: !happened[name] ? 'open' : name === last && !isSettled ? 'current' : 'done' }));
}
