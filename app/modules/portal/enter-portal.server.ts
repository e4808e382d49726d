import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { accessSetting, allows, orderOfKey, redeemCode, sendCode, type OrderKey } from '#app/modules/access/index.server.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { emptyForm } from '#app/modules/tracking/index.pure.ts';
import { lookUpKey, proofOf, trackingWords, type VisitForm } from '#app/modules/tracking/index.server.ts';
import { actInPortal } from './act-in-portal.server.ts';
import type { PortalAnswer } from './portal-answer.ts';
import type { Holder, PortalNeeds } from './portal-needs.ts';
import { portalWords } from './words.ts';

interface Visit {
  query: URLSearchParams;
  form: VisitForm | null;
  proxy: ProxyRequest;
  needs: PortalNeeds;
  own: readonly string[];
}

/** An answer, and what was being sent when a key was over: the page carries it on until there is another. */
export interface Entered {
  answer: PortalAnswer;
  pending: string | null;
}

const longest = { order: 40, contact: 254, key: 200, code: 40, pending: 16_000 };

/** Lets in who holds a key that goes far enough, and leads everybody else to one. What they were sending waits for it. */
export async function enterPortal(visit: Visit): Promise<Entered> {
  const { query, form, proxy, needs } = visit;
  const fields = form?.fields ?? query;
  const pending = field(fields, 'pending') || null;
  const key = field(fields, 'key');
  if (key === '') return form ? { ...(await lookUp(visit)), pending } : { answer: await entry(visit), pending: null };
  const opened = orderOfKey(proxy.ctx.shop, key, { secrets: needs.secrets, now: proxy.ctx.clock.now() });
  if (opened === null) return linkInvalid(visit);
  if (opened === 'expired') return { answer: { kind: 'entry', form: { ...emptyForm, errors: { form: sayings(visit).t('entry.over') } } }, pending: form && pendingOf(form.fields) };
  return withKey(visit, key, opened, pending);
}

async function withKey(visit: Visit, key: string, opened: OrderKey, pending: string | null): Promise<Entered> {
  const { form, query, proxy, needs, own } = visit;
  const { orderId } = opened;
  const purpose = await proofOf(opened, proxy);
  const { isOpen, isEnough, isThere } = await proxy.ctx.tx(async (tx) => ({ isOpen: await portalIsOpen(tx), isEnough: await mayAct(tx, purpose), isThere: await hasOrder(tx, orderId) }));
  if (!isThere) return linkInvalid(visit);
  const holder: Holder = { key, orderId, proxy, needs, own };
  const wish = form?.fields.get('do') ?? '';
  if (isEnough) {
    const kept = wish === '' && pending !== null ? { fields: new URLSearchParams(pending), photos: [] } : form;
    return { answer: await actInPortal(holder, kept, query, isOpen), pending: null };
  }
  const ask = (state: Extract<PortalAnswer, { kind: 'code' }>['state']): Entered => ({ answer: { kind: 'code', key, state }, pending });
  if (wish === 'code') {
    const sent = await sendCode(proxy.ctx, { orderId, locale: words(visit).locale, visitor: proxy.visitor }, needs);
    return ask(sent.state === 'sent' ? { step: 'enter', to: sent.to, isWrong: false } : { step: 'limited', retryAfter: sent.retryAfter });
  }
  if (wish !== 'redeem') return ask({ step: 'ask' });
  const full = await redeemCode(proxy.ctx, { orderId, code: field(form?.fields ?? query, 'code') }, needs);
  if (full === null) return ask({ step: 'enter', to: null, isWrong: true });
  const kept = pending === null ? null : { fields: new URLSearchParams(pending), photos: [] };
  return { answer: await actInPortal({ ...holder, key: full }, kept, query, isOpen), pending: null };
}

/** Looks an order up as the tracking page does, under the same limits. */
async function lookUp(visit: Visit): Promise<Omit<Entered, 'pending'>> {
  const { form, proxy, needs, own } = visit;
  const fields = form?.fields ?? new URLSearchParams();
  const found = await lookUpKey({ order: field(fields, 'order'), contact: field(fields, 'contact') }, proxy, words(visit), needs);
  if (found.kind === 'form') return { answer: { kind: 'entry', form: found.form } };
  if (found.kind !== 'key') return { answer: found };
  const opened = orderOfKey(proxy.ctx.shop, found.key, { secrets: needs.secrets, now: proxy.ctx.clock.now() });
  if (opened === null || opened === 'expired') return { answer: await entry(visit) };
  const purpose = await proofOf(opened, proxy);
  const { isOpen, isEnough } = await proxy.ctx.tx(async (tx) => ({ isOpen: await portalIsOpen(tx), isEnough: await mayAct(tx, purpose) }));
  if (!isEnough) return { answer: { kind: 'code', key: found.key, state: { step: 'ask' } } };
  const pending = field(fields, 'pending');
  const kept = pending === '' ? null : { fields: new URLSearchParams(pending), photos: [] };
  return { answer: await actInPortal({ key: found.key, orderId: opened.orderId, proxy, needs, own }, kept, visit.query, isOpen) };
}

/** A portal that is closed to new returns is still a way to those that were begun, so its form stays where it was ever open. */
async function entry({ proxy }: Visit): Promise<PortalAnswer> {
  const known = await proxy.ctx.tx(async (tx) => (await portalIsOpen(tx)) || (await tx.return_requests.findFirst({ select: { id: true } })) !== null);
  return known ? { kind: 'entry', form: emptyForm } : { kind: 'closed', key: null };
}

function linkInvalid(visit: Visit): Entered {
  return { answer: { kind: 'entry', form: { ...emptyForm, errors: { form: words(visit).t('form.linkInvalid') } } }, pending: null };
}

async function hasOrder(tx: ShopTx, orderId: string): Promise<boolean> {
  return (await tx.orders.findFirst({ where: { id: orderId, deleted_at: null }, select: { id: true } })) !== null;
}

async function mayAct(tx: ShopTx, purpose: OrderKey['purpose']): Promise<boolean> {
  return allows(purpose, 'action', (await readSetting(tx, accessSetting)).value);
}

/** The fields that were being sent, without the key that was over. */
function pendingOf(fields: URLSearchParams): string | null {
  const kept = new URLSearchParams(fields);
  for (const name of ['key', 'lang', 'locale', 'pending']) kept.delete(name);
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
