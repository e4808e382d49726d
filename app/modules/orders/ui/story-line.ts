import { placeName } from '#app/kernel/place.ts';
import { isRefundMark } from '#app/kernel/refund-mark.ts';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import type { Formats } from '#app/ui/formats.ts';
import type { useOrderWords } from './words.ts';

/** One line of the timeline in the reader's words; `mark` chooses its icon. */
export interface StoryLine {
  text: string;
  detail: string | null;
  mark: 'order' | 'message' | 'money' | 'parcel' | 'delivered' | 'problem' | 'return';
}

/** What a line is said with: the words, the forms of moments and money, and the language itself. */
interface Voice {
  words: ReturnType<typeof useOrderWords>;
  formats: Formats;
  locale: string;
}

/** Says a journal entry. Every type has words: the compiler refuses a type without. */
export function storyLine(entry: JournalEntry, { words: { t, name }, formats, locale }: Voice): StoryLine {
  const items = (count: number) => t('items', { count });
  const numbered = (value: string | null) => value || t('unnumbered');
  const change = (group: 'payment' | 'returns', { from, to }: { from: string | null; to: string | null }) => ({
    values: { to: to ? name(group, to.toLowerCase()) : t('none') },
    detail: from ? t('from', { from: name(group, from.toLowerCase()) }) : null,
  });

  switch (entry.type) {
    case 'order.placed': {
      const values = { items: items(entry.data.items), total: formats.money(entry.data.total.shop) };
      return { text: t(`journal.${entry.type}`, values), detail: null, mark: 'order' };
    }
    case 'order.edited':
      return { text: t(`journal.${entry.type}`, { added: entry.data.added, removed: entry.data.removed }), detail: null, mark: 'order' };
    case 'order.cancelled': {
      const { reason } = entry.data;
      return { text: t(`journal.${entry.type}`), detail: reason && name('cancelReason', reason.toLowerCase()), mark: 'problem' };
    }
    case 'order.deleted':
      return { text: t(`journal.${entry.type}`), detail: null, mark: 'problem' };
    case 'order.payment': {
      const { values, detail } = change('payment', entry.data);
      return { text: t(`journal.${entry.type}`, values), detail, mark: 'money' };
    }
    case 'order.return': {
      const { values, detail } = change('returns', entry.data);
      return { text: t(`journal.${entry.type}`, values), detail, mark: 'return' };
    }
    case 'fulfillment.created': {
      const values = { name: numbered(entry.data.name), items: items(entry.data.items) };
      const detail = [entry.data.carrier, ...entry.data.numbers].filter(Boolean).join(' · ') || null;
      return { text: t(`journal.${entry.type}`, values), detail, mark: 'parcel' };
    }
    case 'fulfillment.cancelled':
      return { text: t(`journal.${entry.type}`, { name: numbered(entry.data.name) }), detail: null, mark: 'problem' };
    case 'shipment.added':
    case 'shipment.removed':
      return { text: t(`journal.${entry.type}`, { number: numbered(entry.data.number) }), detail: entry.data.carrier, mark: 'parcel' };
    case 'shipment.scanned':
    case 'shipment.delivered':
    case 'shipment.exception': {
      const { status, message } = entry.data;
      const detail = [placeName(entry.data, locale), message].filter(Boolean).join(' · ') || null;
      const mark = entry.type === 'shipment.delivered' ? 'delivered' : entry.type === 'shipment.exception' ? 'problem' : 'parcel';
      return { text: t(`journal.${entry.type}`, { status: name('parcel', status.toLowerCase()) }), detail, mark };
    }
    case 'promise.made': {
      const { previousTo } = entry.data;
      const detail = previousTo ? t('wasPromised', { day: formats.inSentence.calendarDay(previousTo) }) : name('promiseSource', entry.data.source);
      return { text: t(`journal.${entry.type}`, { day: formats.inSentence.calendarDay(entry.data.to) }), detail, mark: 'parcel' };
    }
    case 'promise.shown':
      return {
        text: t(`journal.${entry.type}`, { day: formats.inSentence.calendarDay(entry.data.to) }),
        detail: [name('promiseShownBy', entry.data.where), name('promiseSource', entry.data.source)].join(' · '),
        mark: 'message',
      };
    case 'promise.missed':
      return { text: t(`journal.${entry.type}`, { day: formats.calendarDay(entry.data.to) }), detail: null, mark: 'problem' };
    case 'trouble.opened':
    case 'trouble.closed': {
      const { kind, cause } = entry.data;
      const mark = entry.type === 'trouble.opened' ? 'problem' : 'parcel';
      return { text: t(`journal.${entry.type}`, { trouble: name('trouble', kind) }), detail: cause && name('cause', cause), mark };
    }
    case 'trouble.marked': {
      const { kind, mark, reason } = entry.data;
      return { text: t(`journal.${entry.type}`, { trouble: name('trouble', kind), mark: mark ? name('mark', mark) : t('none') }), detail: reason, mark: 'message' };
    }
    case 'problem.reported': {
      const { kind, wish, words } = entry.data;
      return { text: t(`journal.${entry.type}`, { problem: name('problem', kind) }), detail: [wish && name('wish', wish), words].filter(Boolean).join(' · ') || null, mark: 'problem' };
    }
    case 'problem.closed':
    case 'problem.reopened':
      return { text: t(`journal.${entry.type}`, { problem: name('problem', entry.data.kind) }), detail: null, mark: entry.type === 'problem.closed' ? 'parcel' : 'problem' };
    case 'message.sent':
    case 'message.unknown':
      return { text: t(`journal.${entry.type}`, { channel: name('channel', entry.data.channel) }), detail: entry.data.reason, mark: 'message' };
    case 'message.failed':
      return { text: t(`journal.${entry.type}`, { channel: name('channel', entry.data.channel) }), detail: entry.data.outcome, mark: 'problem' };
    case 'holdout.started':
      return { text: t(`journal.${entry.type}`, { share: entry.data.share }), detail: null, mark: 'message' };
    case 'holdout.ended':
      return { text: t(`journal.${entry.type}`), detail: name('holdOutEnded', entry.data.endedFor), mark: 'message' };
    case 'return.asked': {
      const { items: count, outcomes, exceptions } = entry.data;
      return { text: t('journal.return.asked', { items: items(count) }), detail: [...outcomes.map((outcome) => name('returnOutcome', outcome)), exceptions > 0 && t('exceptionAsked')].filter(Boolean).join(' · '), mark: 'return' };
    }
    case 'return.withdrawn':
      return { text: t(entry.data.changed ? 'journal.return.changed' : 'journal.return.withdrawn', { items: items(entry.data.items) }), detail: null, mark: 'return' };
    case 'return.requested':
    case 'return.opened': {
      const { name: called, items: count, reasons } = entry.data;
      const said = entry.type === 'return.requested' ? entry.data.words : null;
      return { text: t(`journal.${entry.type}`, { name: called, items: items(count) }), detail: [...reasons, said].filter(Boolean).join(' · ') || null, mark: 'return' };
    }
    case 'return.declined': {
      const { reason, note } = entry.data;
      return { text: t(`journal.${entry.type}`, { name: entry.data.name }), detail: [reason && name('declineReason', reason), note].filter(Boolean).join(' · ') || null, mark: 'problem' };
    }
    case 'return.moved':
    case 'return.arrived':
    case 'return.labelled':
      return { text: t(`journal.${entry.type}`, { name: entry.data.name, number: entry.data.number ?? t('labelWithoutNumber') }), detail: entry.data.carrier, mark: 'parcel' };
    case 'return.received': {
      const values = { name: entry.data.name, items: items(entry.data.items), disposition: name('disposition', entry.data.disposition) };
      return { text: t(`journal.${entry.type}`, values), detail: entry.data.place, mark: entry.data.disposition === 'missing' ? 'problem' : 'return' };
    }
    case 'return.processed':
    case 'return.exchanged':
      return { text: t(`journal.${entry.type}`, { name: entry.data.name, items: items(entry.data.items) }), detail: null, mark: 'return' };
    case 'return.approved':
    case 'return.refunded':
    case 'return.closed':
    case 'return.reopened':
    case 'return.cancelled':
      return { text: t(`journal.${entry.type}`, { name: entry.data.name }), detail: null, mark: entry.type === 'return.refunded' ? 'money' : 'return' };
    case 'compensation.reserved':
    case 'compensation.given':
    case 'compensation.released': {
      const { road, amount } = entry.data;
      return { text: t(`journal.${entry.type}`, { road: name('road', road), amount: formats.money(amount) }), detail: null, mark: 'money' };
    }
    case 'order.sent_again':
    case 'order.replaces':
      return { text: t(`journal.${entry.type}`, { items: items(entry.data.items), name: numbered(entry.data.name) }), detail: name('sentAgainFor', entry.data.reason), mark: 'parcel' };
    case 'staff.acted':
      return { text: t(`journal.${entry.type}`, { act: name('staffAct', entry.data.act), ticket: `#${entry.data.ticketId}` }), detail: null, mark: 'order' };
    case 'compensation.stuck':
      return { text: t(`journal.${entry.type}`), detail: name('stuckFor', entry.data.problem), mark: 'problem' };
    case 'refund.created':
      return { text: t(entry.data.asCredit ? 'journal.refund.credited' : 'journal.refund.created', { amount: formats.money(entry.data.amount.shop) }), detail: entry.data.note && isRefundMark(entry.data.note) ? t('journal.refund.here') : entry.data.note, mark: 'money' };
  }
}
