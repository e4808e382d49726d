import { randomUUID } from 'node:crypto';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { allows, orderOfGiftKey, orderOfKey, redeemCode, sendCode, type OrderKey } from '#app/modules/access/index.server.ts';
import { emptyForm } from '#app/modules/tracking/index.pure.ts';
import { lookUpKey, proofOf, trackingWords, type VisitForm, type PageWishes } from '#app/modules/tracking/index.server.ts';
import { actInPortal } from './act-in-portal.server.ts';
import { emptyGiftForm } from './gift-form.ts';
import { lookUpGift } from './look-up-gift.server.ts';
import type { PortalAnswer } from './portal-answer.ts';
import type { Holder, PortalNeeds } from './portal-needs.ts';
import { readGate, type Gate } from './read-gate.server.ts';
import { portalWords } from './words.ts';

interface Visit {
  query: URLSearchParams;
  form: VisitForm | null;
  proxy: ProxyRequest;
  needs: PortalNeeds;
  own: readonly string[];
}

/** An answer, what the shop wishes of the page, and what was being sent when a key was over: the page carries that on until there is another. */
export interface Entered {
  answer: PortalAnswer;
  wishes: PageWishes;
  pending: string | null;
  /** Whoever is answered was given it. */
  gift?: boolean;
}

const longest = { order: 40, contact: 254, key: 200, code: 40, form: 36, pending: 16_000 };

/** Lets in who holds a key that goes far enough, and leads everybody else to one. What they were sending waits for it. */
export async function enterPortal(visit: Visit): Promise<Entered> {
  const { query, form, proxy } = visit;
  const fields = form?.fields ?? query;
  const pending = field(fields, 'pending') || null;
  const key = field(fields, 'key');
  const gift = orderOfGiftKey(proxy.ctx.shop, key, { secrets: visit.needs.secrets, now: proxy.ctx.clock.now() });
  if (gift !== null) return withGiftKey(visit, key, gift, pending);
  const opened = keyOpened(visit, key);
  if (opened !== null && opened !== 'expired') return withKey(visit, key, opened, pending);
  const gate = await readGate(proxy.ctx, null);
  if (key === '' && fields.has('gift')) return byGift(visit, gate, pending);
  if (key === '') return form ? lookUp(visit, gate, pending) : { answer: await entry(visit, gate), wishes: gate.wishes, pending: null };
  return opened === null ? linkInvalid(visit, gate) : { ...refused(sayings(visit).t('entry.over'), gate), pending: form && pendingOf(form.fields) };
}

async function withKey(visit: Visit, key: string, opened: OrderKey, pending: string | null): Promise<Entered> {
  const { form, query, proxy, needs, own } = visit;
  const { orderId } = opened;
  const purpose = await proofOf(opened, proxy);
  const gate = await readGate(proxy.ctx, { orderId, gift: false });
  const { isOpen, access, wishes, draft } = gate;
  if (!draft) return linkInvalid(visit, gate);
  const holder: Holder = { key, orderId, gift: false, draft, proxy, needs, own };
  const wish = form?.fields.get('do') ?? '';
  const waited = pending === null ? null : { fields: new URLSearchParams(pending), photos: [] };
  if (allows(purpose, 'action', access)) return { answer: await actInPortal(holder, wish === '' ? (waited ?? form) : form, query, isOpen), wishes, pending: null };
  const ask = (state: Extract<PortalAnswer, { kind: 'code' }>['state']): Entered => ({ answer: { kind: 'code', key, state }, wishes, pending });
  if (wish === 'code') {
    const sent = await sendCode(proxy.ctx, { orderId, locale: words(visit).locale, visitor: proxy.visitor }, needs);
    return ask(sent.state === 'sent' ? { step: 'enter', to: sent.to, isWrong: false, form: randomUUID() } : { step: 'limited', retryAfter: sent.retryAfter });
  }
  if (wish !== 'redeem') return ask({ step: 'ask' });
  const full = await redeemCode(proxy.ctx, { orderId, code: field(form?.fields ?? query, 'code'), form: field(form?.fields ?? query, 'form') }, needs);
  if (full === null) return ask({ step: 'enter', to: null, isWrong: true, form: randomUUID() });
  return { answer: await actInPortal({ ...holder, key: full }, waited, query, isOpen), wishes, pending: null };
}

/** Lets in who was given what is in an order, to what recipients may do. */
async function withGiftKey(visit: Visit, key: string, orderId: string, pending: string | null): Promise<Entered> {
  const { form, query, proxy, needs, own } = visit;
  const gate = await readGate(proxy.ctx, orderId === 'expired' ? null : { orderId, gift: true });
  const { isOpen, gifts, wishes, draft } = gate;
  if (orderId === 'expired') return { answer: await giftEntry(visit, gate, sayings(visit).t('entry.over')), wishes, pending: form && pendingOf(form.fields), gift: true };
  if (!draft) return linkInvalid(visit, gate);
  const waited = pending === null ? null : { fields: new URLSearchParams(pending), photos: [] };
  const sent = (form?.fields.get('do') ?? '') === '' ? (waited ?? form) : form;
  return { answer: await actInPortal({ key, orderId, gift: true, draft, proxy, needs, own }, sent, query, isOpen && gifts), wishes, pending: null, gift: true };
}

/** The form of who was given something, and what it finds. */
async function byGift(visit: Visit, gate: Gate, pending: string | null): Promise<Entered> {
  const { form, proxy, needs } = visit;
  const { wishes } = gate;
  const before = await giftEntry(visit, gate);
  if (!form || before.kind !== 'gift') return { answer: before, wishes, pending: null };
  const found = await lookUpGift(form.fields, proxy, { say: sayings(visit).t, t: words(visit).t }, needs);
  if (found.kind !== 'key') return { answer: found, wishes, pending };
  return withGiftKey(visit, found.key, found.orderId, pending);
}

/** As for the customer: a portal that is closed to new gifts is still a way to exchanges that recipients began. */
async function giftEntry({ proxy }: Visit, { isOpen, gifts }: Gate, over?: string): Promise<PortalAnswer> {
  const known = (isOpen && gifts) || (await proxy.ctx.tx((tx) => tx.return_requests.findFirst({ where: { source: 'gift' }, select: { id: true } }))) !== null;
  return known ? { kind: 'gift', form: { ...emptyGiftForm, errors: over === undefined ? {} : { form: over } } } : { kind: 'closed', key: null };
}

/** Looks an order up as the tracking page does, under the same limits. */
async function lookUp(visit: Visit, gate: Gate, pending: string | null): Promise<Entered> {
  const { form, proxy, needs } = visit;
  const fields = form?.fields ?? new URLSearchParams();
  const found = await lookUpKey({ order: field(fields, 'order'), contact: field(fields, 'contact') }, proxy, words(visit), needs);
  if (found.kind === 'form') return { answer: { kind: 'entry', form: found.form, gifts: gate.isOpen && gate.gifts }, wishes: gate.wishes, pending };
  if (found.kind !== 'key') return { answer: found, wishes: gate.wishes, pending };
  const opened = keyOpened(visit, found.key);
  return opened === null || opened === 'expired' ? linkInvalid(visit, gate) : withKey(visit, found.key, opened, pending);
}

/** A portal that is closed to new returns is still a way to those that were begun, so its form stays where it was ever open. */
async function entry({ proxy }: Visit, { isOpen, gifts }: Gate): Promise<PortalAnswer> {
  const known = isOpen || (await proxy.ctx.tx((tx) => tx.return_requests.findFirst({ select: { id: true } }))) !== null;
  return known ? { kind: 'entry', form: emptyForm, gifts: isOpen && gifts } : { kind: 'closed', key: null };
}

function keyOpened({ proxy: { ctx }, needs: { secrets } }: Visit, key: string): OrderKey | 'expired' | null {
  return orderOfKey(ctx.shop, key, { secrets, now: ctx.clock.now() });
}

function linkInvalid(visit: Visit, gate: Gate): Entered {
  return { ...refused(words(visit).t('form.linkInvalid'), gate), pending: null };
}

function refused(why: string, { wishes, isOpen, gifts }: Gate): Omit<Entered, 'pending'> {
  return { answer: { kind: 'entry', form: { ...emptyForm, errors: { form: why } }, gifts: isOpen && gifts }, wishes };
}

/** The fields that were being sent, without the key that was over. */
function pendingOf(fields: URLSearchParams): string | null {
  const kept = new URLSearchParams(fields);
  for (const name of ['key', 'gift', 'lang', 'locale', 'pending']) kept.delete(name);
  const text = kept.toString();
  return text === '' || text.length > longest.pending ? null : text;
}

function words({ own, proxy }: Visit) {
  return trackingWords([...own, ...proxy.ctx.shop.locales]);
}

function sayings({ own, proxy }: Visit) {
  return portalWords([...own, ...proxy.ctx.shop.locales]);
}

function field(fields: URLSearchParams, name: keyof typeof longest): string {
  return (fields.get(name) ?? '').trim().slice(0, longest[name]);
}
