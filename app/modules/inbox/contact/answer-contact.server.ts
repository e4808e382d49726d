import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { browserOf, photoTurn, readPageWishes, readVisitForm, spokenIn, trackingWords, visitOf, type FindNamed, type VisitForm } from '#app/modules/tracking/index.server.ts';
import { readPublishedPromise } from '../promises/read-published-promise.server.ts';
import { replySetting } from '../replies/reply-setting.ts';
import type { ContactAnswer } from './contact-answer.ts';
import { contactProblems, emptyContact, readContact, readTopic, type ContactForm } from './contact-form.ts';
import { newFormKey, readFormKey } from './form-key.ts';
import { orderNamed, orderOfVisit, type KnownOrder } from './known-order.server.ts';
import { readSentFiles } from './read-sent-files.server.ts';
import { takeContact } from './take-contact.server.ts';
import { renderContactPage } from './ui/contact-page.tsx';
import { contactWords, type ContactWords } from './words.ts';

export interface ContactNeeds {
  findNamed: FindNamed;
  limits: Limits;
  files: FileStore;
  /** Newest first; the first one signs the forms. */
  secrets: readonly [string, ...string[]];
}

/** What is said on every page of the form. */
interface Told {
  words: ContactWords;
  promise: string | null;
  /** The shop confirms by mail what comes in. */
  confirms: boolean;
}

/** The contact page's answer to a signed storefront request: the form, how the order stands that is asked about, or that what was written has come in. */
export async function answerContact(request: Request, proxy: ProxyRequest, needs: ContactNeeds): Promise<Response> {
  const { ctx } = proxy;
  const turn = photoTurn(needs.limits, `${ctx.shop.id}:${proxy.visitor}`);
  try {
    const sent = request.method === 'POST' ? await readVisitForm(request, () => turn.take()) : null;
    const query = new URL(request.url).searchParams;
    const spoken = spokenIn(query, sent?.fields, proxy);
    const words = contactWords([...spoken.own, ...ctx.shop.locales]);
    const { page, ...told } = await ctx.tx(async (tx) => ({
      page: await readPageWishes(tx),
      promise: await readPublishedPromise(tx, ctx.shop, { channel: 'form', wishes: [words.locale], now: ctx.clock.now() }),
      confirms: (await readSetting(tx, replySetting)).value.acknowledges,
    }));
    // A form without its message was only come to, or shown in another language. A key is never read from an address.
    const known = await orderOfVisit(sent ? readContact(sent.fields).key : '', proxy, needs.secrets);
    const answer = sent?.fields.has('message') ? await take({ ...sent, known, browser: browserOf(request.headers) }, proxy, { words, ...told }, needs) : emptyAnswer(proxy, { known, topic: sent?.fields.get('topic') ?? query.get('topic') }, told.promise, needs);
    const visit = { ...visitOf(proxy, spoken, trackingWords([words.locale]), page, 'contact'), say: words.t, trackAddress: `${proxy.pathPrefix}/track` };
    const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };
    return proxy.liquid(renderContactPage(visit, answer), { status: answer.kind === 'form' && answer.waits !== null ? 429 : 200, headers });
  } finally {
    turn.end();
  }
}

function emptyAnswer({ ctx }: ProxyRequest, { known, topic }: { known: KnownOrder | null; topic: string | null }, promise: string | null, { secrets }: ContactNeeds): ContactAnswer {
  const form = { ...emptyContact, topic: readTopic(topic) ?? emptyContact.topic, ...(known ? { key: known.key, order: known.tracked.view.order.name } : {}), form: newFormKey(ctx.shop.id, ctx.clock.now(), secrets[0]) };
  return { kind: 'form', form, problems: [], waits: null, lostFiles: false, promise, known };
}

/** A form that was sent, with what is known of its sender. */
interface SentForm extends VisitForm {
  known: KnownOrder | null;
  browser: string;
}

async function take({ fields, photos: files, known, browser }: SentForm, proxy: ProxyRequest, { words, promise, confirms }: Told, needs: ContactNeeds): Promise<ContactAnswer> {
  const { ctx: { shop, clock }, ctx, visitor, customerId } = proxy;
  const form = readContact(fields);
  const shown = readFormKey(form.form, { shopId: shop.id, now: clock.now(), secrets: needs.secrets });
  // Whoever has to write again does so in the same form; one that is over is replaced.
  const kept = { ...form, form: shown ? form.form : newFormKey(shop.id, clock.now(), needs.secrets[0]) };
  const again = (more: Partial<Pick<Extract<ContactAnswer, { kind: 'form' }>, 'problems' | 'waits'>>): ContactAnswer => ({
    kind: 'form', form: kept, problems: [], waits: null, lostFiles: !Array.isArray(files) || files.length > 0, promise, known, ...more,
  });
  const wrong = contactProblems(form, files);
  if (wrong.length > 0 || !Array.isArray(files)) return again({ problems: wrong });
  const isSpam = form.trap !== '' || shown === null;
  if (!isSpam && files.length === 0 && asksWhere(form, known)) {
    const named = await orderNamed(form, proxy, trackingWords([words.locale]), { ...needs, browser });
    if (named) return { kind: 'before', form: { ...kept, key: named.key, order: named.tracked.view.order.name }, known: named };
  }
  // Only what is kept counts: whoever chooses the wrong file tries again. Files have had their turn.
  const read = await readSentFiles(files);
  if (!Array.isArray(read)) return again({ problems: [read] });
  for (const [name, key] of [['contact-visitor', `${shop.id}:${visitor}`], ['contact-shop', String(shop.id)]] as const) {
    const taken = await needs.limits.take(name, key);
    if (!taken.allowed) return again({ waits: taken.retryAfter });
  }
  const orderId = known && isSame(form.order, known) ? known.tracked.view.order.id : null;
  await takeContact(ctx, needs, { form, formId: idOf(kept.form), orderId, files: read, subject: subjectOf(form, words.t), locale: words.locale, isSpam, isHasty: shown?.isHasty ?? false, customerId });
  // Nobody learns here what was taken for spam.
  return { kind: 'done', email: form.email, promise, confirms };
}

/** Whether somebody asks where an order is whose state they have not seen here. */
function asksWhere({ topic, order, sure }: ContactForm, known: KnownOrder | null): boolean {
  return topic === 'shipping' && order !== '' && !sure && !(known && isSame(order, known));
}

const plain = (name: string): string => name.replace(/^#/, '').toLowerCase();
const isSame = (order: string, { tracked }: KnownOrder): boolean => plain(order) === plain(tracked.view.order.name);

const idOf = (key: string): string => key.split('-')[1] ?? key;

function subjectOf({ topic, order }: ContactForm, t: ContactWords['t']): string {
  return order === '' ? t(`topics.${topic}`) : `${t(`topics.${topic}`)} · ${order.startsWith('#') ? order : `#${order}`}`;
}
