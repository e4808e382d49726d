import type { FileStore } from '#app/platform/files/file-store.ts';
import { readPictures } from '#app/platform/files/read-pictures.server.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { photoTurn, readPageWishes, readVisitForm, spokenIn, trackingWords, visitOf, type VisitForm } from '#app/modules/tracking/index.server.ts';
import { readPublishedPromise } from '../promises/read-published-promise.server.ts';
import type { ContactAnswer } from './contact-answer.ts';
import { contactLimits, contactProblems, emptyContact, readContact, type ContactForm, type ContactProblem } from './contact-form.ts';
import { newFormKey, readFormKey } from './form-key.ts';
import { takeContact } from './take-contact.server.ts';
import { renderContactPage } from './ui/contact-page.tsx';
import { contactWords, type ContactWords } from './words.ts';

export interface ContactNeeds {
  limits: Limits;
  files: FileStore;
  /** Newest first; the first one signs the forms. */
  secrets: readonly [string, ...string[]];
}

/** The contact page's answer to a signed storefront request: the form, or that what was written in it has come in. */
export async function answerContact(request: Request, proxy: ProxyRequest, needs: ContactNeeds): Promise<Response> {
  const { ctx } = proxy;
  const turn = photoTurn(needs.limits, `${ctx.shop.id}:${proxy.visitor}`);
  try {
    const sent = request.method === 'POST' ? await readVisitForm(request, () => turn.take()) : null;
    const spoken = spokenIn(new URL(request.url).searchParams, sent?.fields, proxy);
    const wishes = [...spoken.own, ...ctx.shop.locales];
    const words = contactWords(wishes);
    const seen = await ctx.tx(async (tx) => ({
      page: await readPageWishes(tx),
      promise: await readPublishedPromise(tx, ctx.shop, { channel: 'form', wishes: [words.locale], now: ctx.clock.now() }),
    }));
    // A form without its message was only shown in another language.
    const answer = sent?.fields.has('message') ? await take(sent, proxy, words, seen.promise, needs) : emptyAnswer(proxy, seen.promise, needs);
    const visit = { ...visitOf(proxy, spoken, trackingWords([words.locale]), seen.page, 'contact'), say: words.t, trackAddress: `${proxy.pathPrefix}/track` };
    const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };
    return proxy.liquid(renderContactPage(visit, answer), { status: answer.kind === 'form' && answer.isLimited ? 429 : 200, headers });
  } finally {
    turn.end();
  }
}

function emptyAnswer({ ctx }: ProxyRequest, promise: string | null, { secrets }: ContactNeeds): ContactAnswer {
  return { kind: 'form', form: { ...emptyContact, form: newFormKey(ctx.shop.id, ctx.clock.now(), secrets[0]) }, problems: [], isLimited: false, promise };
}

async function take({ fields, photos }: VisitForm, { ctx, visitor, customerId }: ProxyRequest, { t, locale }: ContactWords, promise: string | null, needs: ContactNeeds): Promise<ContactAnswer> {
  const { shop, clock } = ctx;
  const form = readContact(fields);
  const known = readFormKey(form.form, { shopId: shop.id, now: clock.now(), secrets: needs.secrets });
  // Whoever has to write again does so in the same form; one that is over is replaced.
  const again = (problems: readonly ContactProblem[], isLimited = false): ContactAnswer => ({
    kind: 'form', form: { ...form, form: known ? form.form : newFormKey(shop.id, clock.now(), needs.secrets[0]) }, problems, isLimited, promise,
  });
  const wrong = contactProblems(form, Array.isArray(photos) && photos.length > contactLimits.photos ? 'too_many_pictures' : photos);
  if (wrong.length > 0) return again(wrong);
  for (const [name, key] of [['contact-visitor', `${shop.id}:${visitor}`], ['contact-shop', String(shop.id)]] as const) {
    if (!(await needs.limits.take(name, key)).allowed) return again([], true);
  }
  const read = Array.isArray(photos) ? await readPictures(photos) : [];
  if (!Array.isArray(read)) return again([read]);
  const isSpam = form.trap !== '' || known === null;
  await takeContact(ctx, needs, { form, formId: known?.id ?? idOf(newFormKey(shop.id, clock.now(), needs.secrets[0])), photos: read, subject: subjectOf(form, t), locale, isSpam, isHasty: known?.isHasty ?? false, customerId });
  // Nobody learns here what was taken for spam.
  return { kind: 'done', email: form.email, promise };
}

const idOf = (key: string): string => key.split('-')[1] ?? key;

function subjectOf({ topic, order }: ContactForm, t: ContactWords['t']): string {
  return order === '' ? t(`topics.${topic}`) : `${t(`topics.${topic}`)} · ${order.startsWith('#') ? order : `#${order}`}`;
}
