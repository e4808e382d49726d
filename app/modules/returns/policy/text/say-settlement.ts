import { matters, type ChargeableOutcome, type Matter, type Period, type Settlement, type WayBack } from '../matters.ts';
import type { PolicyWords } from './words.ts';

type Say<M extends Matter> = (says: Settlement[M], words: PolicyWords) => string[];

/** What is settled, matter by matter, each as a part of a sentence. */
export function saySettlement(settles: Partial<Settlement>, words: PolicyWords): string[] {
  return matters.flatMap((matter) => sayMatter(matter, settles, words));
}

/** A base without what goes without saying: what it does not offer, and what it asks nothing of. */
export function withoutTheUsual(base: Settlement): Partial<Settlement> {
  const { keep, warranty, store_credit, exchange, other_product, refund, evidence, location, ...rest } = base;
  const asked = evidence.photos > 0 || evidence.questions.length > 0;
  return {
    ...rest,
    ...(refund.offered && { refund }),
    ...(store_credit.offered && { store_credit }),
    ...(exchange.offered && { exchange }),
    ...(other_product.offered && { other_product }),
    ...(keep.offered && { keep }),
    ...(warranty.offered && { warranty }),
    ...(asked && { evidence }),
    ...(location.to && { location }),
  };
}

function sayMatter<M extends Matter>(matter: M, settles: Partial<Settlement>, words: PolicyWords): string[] {
  const says = settles[matter];
  return says === undefined ? [] : say[matter](says, words);
}

const say: { [M in Matter]: Say<M> } = {
  period: (period, words) => [sayPeriod(period, words)],
  refund: ({ offered }, { t }) => [t(offered ? 'offered.refund' : 'notOffered.refund')],
  store_credit: ({ offered, bonus }, { t, percent }) => [offered ? (bonus > 0 ? t('offered.bonus', { percent: percent(bonus) }) : t('offered.store_credit')) : t('notOffered.store_credit')],
  exchange: ({ offered }, { t }) => [t(offered ? 'offered.exchange' : 'notOffered.exchange')],
  other_product: ({ offered }, { t }) => [t(offered ? 'offered.other_product' : 'notOffered.other_product')],
  keep: ({ offered, below }, { t, money }) => [offered ? t('offered.keep', { amount: money(below) }) : t('notOffered.keep')],
  warranty: ({ offered, days }, { t }) => [offered ? t('offered.warranty', { count: days }) : t('notOffered.warranty')],
  fee: ({ percent, waived }, words) => [percent === 0 ? words.t('fee.none') : waived.length === 0 ? words.t('fee.some', { percent: words.percent(percent) }) : words.t('fee.except', { percent: words.percent(percent), outcomes: sayOutcomes(waived, words) })],
  way_back: (way, words) => [sayWayBack(way, words)],
  evidence: ({ photos, questions }, { t }) => [...(photos > 0 ? [t('evidence.photos', { count: photos })] : []), ...(questions.length > 0 ? [t('evidence.questions', { questions: questions.join(' / ') })] : []), ...(photos + questions.length === 0 ? [t('evidence.none')] : [])],
  approval: ({ by }, { t }) => [t(`approval.${by}`)],
  location: ({ to }, { t }) => [to ? t('location.to', { location: to.name }) : t('location.usual')],
  refund_on: ({ step }, { t }) => [t(`refund_on.${step}`)],
};

function sayPeriod(period: Period, { t, day }: PolicyWords): string {
  if (period.kind !== 'days') return t(`period.${period.kind}`);
  return period.until === null ? t('period.days', { count: period.days }) : t('period.until', { count: period.days, day: day(period.until) });
}

function sayWayBack(way: WayBack, words: PolicyWords): string {
  if (way.payer !== 'customer') return words.t(`way_back.${way.payer}`);
  const amount = words.money(way.amount);
  return way.waived.length === 0 ? words.t('way_back.customer', { amount }) : words.t('way_back.except', { amount, outcomes: sayOutcomes(way.waived, words) });
}

const sayOutcomes = (outcomes: readonly ChargeableOutcome[], { t, allOf }: PolicyWords) => allOf(outcomes.map((outcome) => t(`outcome.${outcome}`)));
