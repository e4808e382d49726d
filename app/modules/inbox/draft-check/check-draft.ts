import { formatMoney, type Money } from '#app/kernel/money.ts';
import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { Day } from '#app/modules/promises/index.server.ts';
import type { OrderFacts, ParcelFacts } from '../facts/facts.ts';
import { claimWords, type ClaimWords } from './claim-words.ts';
import type { Finding } from './finding.ts';
import { forbiddenPhrases } from './forbidden-phrases.ts';
import { parcelClaims } from './parcel-claims.ts';
import { readAmounts, type WrittenAmount } from './read-amounts.ts';
import { readDays, type WrittenDay } from './read-days.ts';
import { sentences, type Sentence } from './sentences.ts';

/** What a draft is held against. */
export interface CheckNeeds {
  locale: CustomerLocale;
  today: Day;
  /** The order it speaks of; null: none is known, and only phrases are looked for. */
  order: OrderFacts | null;
  /** Names of all orders of this person that are known. */
  orderNames: readonly string[];
  /** What the conversation itself is called: customers are told its number. */
  ticketNames?: readonly string[];
  /** Amounts that were agreed in this ticket a moment ago and are not in the order yet. */
  agreed?: readonly Money[];
  /** The merchant's own forbidden phrases, as plain words. */
  phrases?: readonly string[];
  writeDays(locale: string, from: Day, to: Day): string;
}

const longestDraft = 50_000;

/**
 * What in a draft is not so, or is never to be said, each with its place and the right value where there is one. Only plain claims are judged: what a sentence
 * denies, asks or promises is left alone, and so is what nothing is known about.
 */
export function checkDraft(written: string, needs: CheckNeeds): Finding[] {
  const draft = written.slice(0, longestDraft);
  const { order } = needs;
  const claims = order ? sentences(draft).flatMap((sentence) => claimsIn(sentence, { ...needs, order })) : [];
  const findings = [...phrasesIn(draft, needs), ...claims, ...numbersIn(draft, needs)];
  return findings.sort((left, right) => left.from - right.from);
}

/** In whatever language: one is slipped into a letter of another, and of two words nobody can tell. */
function phrasesIn(draft: string, { phrases = [] }: CheckNeeds): Finding[] {
  const patterns = [...phrases.filter((phrase) => phrase.trim() !== '').map(asWritten), ...Object.values(forbiddenPhrases).flat()];
  // What the shop forbids may be forbidden anyway: a place is told once.
  const places = new Map<number, number>();
  for (const pattern of patterns) {
    const match = pattern.exec(draft);
    if (match) places.set(match.index, match.index + match[0].length);
  }
  return [...places].map(([from, to]) => ({ kind: 'phrase', from, to, claim: 'forbidden', instead: null }));
}

/** A phrase whatever its case, its apostrophes and the room between its words: phones and editors set their own. */
function asWritten(phrase: string): RegExp {
  const plain = phrase.trim().replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return new RegExp(plain.replace(/['’]/g, "['’]").replace(/\s+/g, String.raw`\s+`), 'iu');
}

type Known = CheckNeeds & { order: OrderFacts };

function claimsIn(sentence: Sentence, known: Known): Finding[] {
  const words = claimWords[known.locale];
  const lower = sentence.text.toLowerCase();
  const isClaim = !words.unclaimed.test(lower);
  const at = ({ from, to }: { from: number; to: number }) => ({ from: sentence.from + from, to: sentence.from + to });
  return [
    ...(isClaim ? statusClaims(lower, words, known).map((finding) => ({ ...finding, ...at(finding) })) : []),
    ...(isClaim ? parcelClaims(sentence.text, known).map((finding) => ({ ...finding, ...at(finding) })) : []),
    ...readAmounts(sentence.text, known.order.currency).flatMap((amount) => amountClaim(amount, lower, { words, known, isClaim }).map((finding) => ({ ...finding, ...at(amount) }))),
    ...readDays(sentence.text, known.locale, known.today).flatMap((day) => dayClaim(day, lower, words, known).map((finding) => ({ ...finding, ...at(day) }))),
  ];
}

function statusClaims(lower: string, words: ClaimWords, { order }: Known): Finding[] {
  const claim = (pattern: RegExp, name: 'delivered' | 'shipped' | 'refunded' | 'cancelled', isSo: boolean): Finding[] => {
    const match = isSo ? null : pattern.exec(lower);
    return match ? [{ kind: 'status', from: match.index, to: match.index + match[0].length, claim: name, instead: null }] : [];
  };
  const ofMoney = claim(words.refunded, 'refunded', order.refunded.minor > 0 || order.refunds.length > 0);
  if (words.otherThing.test(lower)) return ofMoney;
  return [
    ...claim(words.delivered, 'delivered', order.parcels.some(({ deliveredOn }) => deliveredOn !== null)),
    ...claim(words.shipped, 'shipped', order.parcels.length > 0),
    ...ofMoney,
    ...claim(words.cancelled, 'cancelled', order.cancelledOn !== null),
  ];
}

type Judged = Omit<Finding, 'from' | 'to'>;

function amountClaim({ minor, currency }: WrittenAmount, lower: string, { words, known, isClaim }: { words: ClaimWords; known: Known; isClaim: boolean }): Judged[] {
  const { order, agreed = [], locale } = known;
  if (currency !== order.currency) return [{ kind: 'currency', claim: 'other_currency', instead: null }];
  const wrong = (claim: 'refund_amount' | 'total' | 'shipping_cost', right: Money): Judged[] => [{ kind: 'amount', claim, instead: formatMoney(right, locale) }];
  if (words.refundSum.test(lower)) {
    const right = [...order.refunds, order.refunded, ...agreed].filter((money) => money.minor > 0);
    if (isClaim && words.refunded.test(lower)) return right.length === 0 || right.some((money) => money.minor === minor) ? [] : wrong('refund_amount', agreed.at(-1) ?? order.refunds.at(-1) ?? order.refunded);
    // What will go back is for the agent to say; only more than the whole order can be no refund of it.
    return minor > order.total.minor ? wrong('refund_amount', order.total) : [];
  }
  if (words.shippingCost.test(lower)) return minor === order.shipping.minor || sums(order).has(minor) ? [] : wrong('shipping_cost', order.shipping);
  if (words.total.test(lower)) return sums(order).has(minor) || agreed.some((money) => money.minor === minor) ? [] : wrong('total', order.total);
  return [];
}

/** Everything in an order that a sentence about its price can mean. */
function sums({ total, subtotal, shipping, tax, refunded, refunds, items }: OrderFacts): ReadonlySet<number> {
  const rows = items.flatMap(({ price, quantity }) => [price.minor, price.minor * quantity]);
  return new Set([total.minor, subtotal.minor, shipping.minor, tax.minor, refunded.minor, total.minor - refunded.minor, ...refunds.map(({ minor }) => minor), ...rows]);
}

function dayClaim({ means }: WrittenDay, lower: string, words: ClaimWords, { order, locale, today, writeDays }: Known): Judged[] {
  const wrong = (claim: Judged['claim'], right: readonly Day[]): Judged[] => {
    const [from] = right;
    return from === undefined ? [] : [{ kind: 'date', claim, instead: writeDays(locale, from, right.at(-1) ?? from) }];
  };
  if (words.otherThing.test(lower)) return [];
  const hits = (days: readonly Day[]) => days.some((day) => means.includes(day));
  const { parcels } = order;
  const told = parcels.flatMap((parcel) => [parcel.shippedOn, parcel.deliveredOn ?? [], parcel.missed ?? []].flat());
  if (words.delivered.test(lower)) {
    const days = parcels.flatMap(({ deliveredOn }) => deliveredOn ?? []);
    return days.length === 0 || hits(days) ? [] : wrong('delivered_day', days.slice(-1));
  }
  if (words.shipped.test(lower)) {
    const days = parcels.map(({ shippedOn }) => shippedOn);
    return days.length === 0 || hits([...days, ...promised(parcels), order.placedOn]) ? [] : wrong('shipped_day', days.slice(-1));
  }
  if (words.ordered.test(lower)) return hits([order.placedOn, ...told, ...promised(parcels)]) ? [] : wrong('ordered_day', [order.placedOn]);
  if (words.expects.test(lower) && !words.otherDay.test(lower)) {
    const days = promised(parcels);
    const last = parcels.findLast(({ expected }) => expected !== null)?.expected;
    // A day that passed is not one of waiting: what was missed, sent or bought may be told in the same breath.
    const arrived = parcels.flatMap(({ deliveredOn }) => deliveredOn ?? []);
    if (days.length === 0 && parcels.length > 0 && arrived.length === parcels.length && means.every((day) => day >= today)) return wrong('delivered_day', arrived.slice(-1));
    if (days.length === 0 || !last || hits([...days, ...told, order.placedOn])) return [];
    return means.every((day) => day < today) && parcels.every(({ deliveredOn }) => deliveredOn !== null) ? [] : wrong('delivery_day', [last.from, last.to]);
  }
  return [];
}

/** Every day on which a parcel of the order is expected. */
function promised(parcels: readonly ParcelFacts[]): Day[] {
  return parcels.flatMap(({ expected }) => {
    if (!expected) return [];
    const length = Math.min(31, Math.round((Date.parse(expected.to) - Date.parse(expected.from)) / 86_400_000));
    return Array.from({ length: length + 1 }, (_, at) => new Date(Date.parse(expected.from) + at * 86_400_000).toISOString().slice(0, 10));
  });
}

/** Numbers of orders and parcels that are not this customer's. */
function numbersIn(draft: string, { order, orderNames, ticketNames = [] }: CheckNeeds): Finding[] {
  if (orderNames.length === 0) return [];
  // Whatever stands around a shop's numbers, people write the number.
  const known = new Set([...orderNames, ...orderNames.map((name) => `#${name.replace(/\D/g, '')}`), ...ticketNames].map((name) => name.toLowerCase()));
  const orders = [...draft.matchAll(/#[A-Z]{0,6}-?\d{3,10}(?:-[A-Z0-9]{1,6})?\b/gi)].flatMap((match): Finding[] => {
    const bare = match[0].toLowerCase().replace(/-r\d+$/, '');
    return known.has(bare) ? [] : [{ kind: 'order_number', from: match.index, to: match.index + match[0].length, claim: 'unknown_order', instead: order?.name ?? orderNames[0] ?? null }];
  });
  const numbers = (order?.parcels ?? []).flatMap(({ number }) => number ?? []);
  if (numbers.length === 0) return orders;
  const bareNumbers = new Set(numbers.map((number) => number.replace(/\W/g, '').toUpperCase()));
  const shape = new Set(numbers.map((number) => number.replace(/\W/g, '').replace(/\d/g, '9').toUpperCase()));
  // Only what looks like this very parcel's number is taken for one.
  const parcels = [...draft.matchAll(/\b[A-Z0-9]{8,34}\b/gi)].flatMap((match): Finding[] => {
    const bare = match[0].toUpperCase();
    return bareNumbers.has(bare) || !shape.has(bare.replace(/\d/g, '9')) ? [] : [{ kind: 'tracking_number', from: match.index, to: match.index + match[0].length, claim: 'unknown_parcel', instead: numbers.at(-1) ?? null }];
  });
  return [...orders, ...parcels];
}
