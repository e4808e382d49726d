import { trackingWords } from '#app/modules/tracking/index.server.ts';
import type { NoticeKind } from '../kinds.ts';
import { noticeWords } from '../text/words.ts';
import type { OwnWords, SmsWords } from '#app/modules/own-words/index.server.ts';

const named = { shop: '{{ shop_name }}', order: '{{ order_name }}' };

/** The words that come with the app as a merchant can go on writing them. */
export function startingWords(kind: NoticeKind, locale: string): OwnWords {
  const { t } = noticeWords([locale]);
  const tracking = trackingWords([locale]);
  const text = t(`${kind}.text`, { ...named, amount: '{{ refund_amount }}' });
  switch (kind) {
    case 'exception':
      return { subject: t('exception.subject', named), heading: tracking.t('status.exception'), body: `${text}${ifSet('cause', t('date.reason', { reason: '{{ cause }}' }))}\n\n${tracking.t('advice.exception')}` };
    case 'delay':
      return {
        subject: t('delay.subject', named),
        heading: t('delay.heading'),
        body: `${text}\n\n{% if expected != "" %}${t('date.now', { day: '{{ expected }}' })}{% else %}${t('date.none')}{% endif %}\n\n${t('date.choice')} {{ choice_url }}`,
      };
    case 'delivered':
      return { subject: t('delivered.subject', named), heading: t('delivered.heading'), body: `${text}\n\n${t('delivered.notThere')}` };
    case 'review':
      return { subject: t('review.subject', named), heading: t('review.heading'), body: `${text}\n\n${t('review.wrong')} {{ tracking_url }}` };
    case 'return_approved':
    case 'return_label': {
      const label = `${t('wayBack.label')} {{ label_url }}`;
      return { subject: t(`${kind}.subject`, named), heading: t(`${kind}.heading`), body: kind === 'return_label' ? `${text}${ifSet('label_url', label)}` : `${text}\n\n{% if label_url != "" %}${label}{% else %}${t('wayBack.pack')}{% endif %}` };
    }
    case 'return_declined':
      return { subject: t('return_declined.subject', named), heading: t('return_declined.heading'), body: `${text}${ifSet('decline_note', t('return_declined.note', { note: '{{ decline_note }}' }))}` };
    case 'attempted':
    case 'ready_for_pickup':
      return { subject: t(`${kind}.subject`, named), heading: t(`${kind}.heading`), body: `${text}\n\n${tracking.t(`advice.${kind}`)}` };
    default:
      return { subject: t(`${kind}.subject`, named), heading: t(`${kind}.heading`), body: text };
  }
}

function ifSet(name: string, text: string): string {
  return `{% if ${name} != "" %}\n\n${text}{% endif %}`;
}

/** The text message that comes with the app as a merchant can go on writing it. */
export function startingSms(kind: NoticeKind, locale: string): SmsWords {
  const { t } = noticeWords([locale]);
  const text = t(`sms.${kind}`, { ...named, what: '{{ cause }}', amount: '{{ refund_amount }}' });
  const expected = { day: '{{ expected }}' };
  const date = kind === 'delay' ? ` {% if expected != "" %}${t('sms.newDay', expected)}{% else %}${t('sms.noDay')}{% endif %}` : kind === 'shipped' || kind === 'in_transit' ? `{% if expected != "" %} ${t('sms.expected', expected)}{% endif %}` : '';
  return { text: `${text}${date} {{ ${kind === 'review' ? 'review_url' : 'tracking_url'} }}` };
}
