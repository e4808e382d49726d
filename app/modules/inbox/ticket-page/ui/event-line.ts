import type { Formats } from '#app/ui/formats.ts';
import type { RoomWords } from '#app/ui/words.ts';
import type { TicketEvent } from '../../tickets/ticket-events.server.ts';
import type en from './i18n/en.json';

interface Reader {
  words: RoomWords<typeof en>;
  formats: Formats;
  staffName(id: string): string;
  teamName(id: string): string;
  orderName(id: string): string;
}

/** What happened to a ticket, in a few words; who did it and when stand beside it. */
export function eventLine({ type, data }: TicketEvent, { words: { t, name }, formats, staffName, teamName, orderName }: Reader): string {
  switch (type) {
    case 'opened':
      return t('events.opened', { channel: name('channel', data.channel) });
    case 'state':
      if (data.rated !== undefined) return t('events.reopenedRated', { score: data.rated });
      return data.until ? t('events.snoozed', { until: formats.shortMoment(new Date(data.until)) }) : t('events.state', { to: name('state', data.to) });
    case 'assigned':
      return data.to === null ? t('events.unassigned') : t('events.assigned', { to: staffName(data.to) });
    case 'team':
      return data.to === null ? t('events.noTeam') : t('events.team', { to: teamName(data.to) });
    case 'priority':
      return [t('events.priority', { to: name('priority', data.to) }), data.reason && data.reason !== 'staff' ? name('priorityReason', data.reason) : ''].filter(Boolean).join(' · ');
    case 'category':
      return data.to === null ? t('events.noCategory') : t('events.category', { to: name('category', data.to) });
    case 'tags':
      return t('events.tags', { changes: [...data.added.map((tag) => `+ ${tag}`), ...data.removed.map((tag) => `− ${tag}`)].join(' · ') });
    case 'spam':
      return t(data.is ? 'events.spam' : 'events.noSpam');
    case 'order_linked':
    case 'order_unlinked':
    case 'order_named':
      return t(`events.${type}`, { order: orderName(data.orderId) });
    case 'merged':
    case 'unmerged':
    case 'split_from':
      return t(`events.${type}`, { ticket: `#${data.from}` });
    case 'merged_into':
      return t('events.merged_into', { ticket: `#${data.into}` });
    case 'split':
      return t('events.split', { ticket: `#${data.into}`, count: data.messages });
    case 'acted':
      return [name('act', data.act), orderName(data.orderId), (data.act === 'discount' || data.act === 'reship') && data.ref, data.amount && formats.money(data.amount)].filter(Boolean).join(' · ');
    case 'promise_warned':
    case 'promise_broken':
      return t(`events.${type}`, { promise: name('promise', data.promise), due: formats.shortMoment(new Date(data.dueAt)) });
    case 'promise_kept':
      return t('events.promise_kept', { promise: name('promise', data.promise) });
    case 'acknowledged':
      return data.expectedAt ? t('events.acknowledgedUntil', { at: formats.shortMoment(new Date(data.expectedAt)) }) : t('events.acknowledged');
    case 'csat_given':
      return t('events.csat_given', { score: data.score });
    case 'seems_to_answer':
      return t('events.seems_to_answer', { ticket: `#${data.ticketId}` });
    case 'complaint':
      return t('events.complaint', { step: name('complaintStep', data.step) });
    default:
      return name('event', type);
  }
}
