import { formatMoney } from '#app/kernel/money.ts';
import type { Paragraph } from '#app/modules/brand/index.server.ts';
import type { returnKinds } from '../return-facts.ts';
import type { ReturnTold } from '../return-told.ts';
import type { NoticeDraft } from './notice-draft.ts';
import type { NoticeWords } from './words.ts';

type Words = Pick<NoticeWords, 't' | 'locale'>;

/** What is told of a return, with what its customer can do now. */
export function returnCore(kind: (typeof returnKinds)[number], back: ReturnTold, { shop, order }: { shop: string; order: string }, { t, locale }: Words): Pick<NoticeDraft, 'subject' | 'heading' | 'paragraphs'> {
  const amount = back.amount ? formatMoney(back.amount, locale) : '';
  return { subject: t(`${kind}.subject`, { shop, order }), heading: t(`${kind}.heading`), paragraphs: [t(`${kind}.text`, { order, amount }), ...furtherOf(kind, back, t)] };
}

function furtherOf(kind: (typeof returnKinds)[number], back: ReturnTold, t: NoticeWords['t']): Paragraph[] {
  if (kind === 'return_declined') return whyDeclined(back, t);
  if (kind === 'return_received') return back.refused.map((units) => t('return_received.refused', units));
  return kind === 'return_approved' || kind === 'return_label' ? howBack(back, t) : [];
}

/** With the label, else under the number; without either, what to do. */
function howBack({ labels }: ReturnTold, t: NoticeWords['t']): Paragraph[] {
  const links = labels.flatMap(({ url }) => (url === null ? [] : [[{ text: `${t('wayBack.label')} ` }, { text: t('wayBack.open'), href: url }]]));
  if (links.length > 0) return links;
  const numbers = labels.flatMap(({ number }) => (number === null ? [] : [t('wayBack.number', { number })]));
  return numbers.length > 0 ? numbers : [t('wayBack.pack')];
}

function whyDeclined({ decline }: ReturnTold, t: NoticeWords['t']): string[] {
  const reason = namedReasons.find((one) => one === decline?.reason);
  return [...(reason ? [t(`return_declined.${reason}`)] : []), ...(decline?.note ? [t('return_declined.note', { note: decline.note })] : [])];
}

const namedReasons = ['final_sale', 'return_period_ended'] as const;

/** Which return it is, what was paid back, and under which numbers it travels. */
export function factsOfReturn({ name, labels, amount }: ReturnTold, { t, locale }: Words): NoticeDraft['facts'] {
  return [
    { label: t('fact.return'), value: name },
    ...(amount ? [{ label: t('fact.refunded'), value: formatMoney(amount, locale) }] : []),
    ...labels.flatMap(({ carrier, number }) => [...(carrier ? [{ label: t('fact.carrier'), value: carrier }] : []), ...(number === null ? [] : [{ label: t('fact.number'), value: number }])]),
  ];
}
