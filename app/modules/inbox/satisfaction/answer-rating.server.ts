import { isbot } from 'isbot';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { languageOf } from '#app/modules/tracking/index.pure.ts';
import { spokenIn } from '#app/modules/tracking/index.server.ts';
import { ratingSchema, recordRating } from './record-rating.server.ts';
import { ticketOfKey } from './rating-key.ts';
import { renderRatingPage, type RatingAnswer } from './rating-page.tsx';
import { readScore, type Score } from './scores.ts';
import { ratingWords } from './words.ts';

const longestForm = 20_000;

/**
 * The page on which a customer says how they were helped. Looking at it changes nothing, as scanners of mail follow every link. Where nothing was said yet the page itself sends the
 * score of the link that led there, once somebody sees it; what is sent with its button counts always, and corrects what was said before.
 */
export async function answerRating(request: Request, proxy: ProxyRequest, { secrets }: { secrets: readonly string[] }): Promise<Response> {
  const form = request.method === 'POST' ? await readForm(request) : null;
  const asked = new URL(request.url).searchParams;
  const key = form?.get('key') ?? asked.get('key') ?? '';
  const byItself = form?.get('by') === 'page';
  // What says that it is a program is only looking, whatever it runs.
  const said = byItself && isbot(request.headers.get('user-agent') ?? '') ? null : form;
  const answer = await answerTo({ key, form: said, byItself, chosen: readScore(asked.get('score')) }, proxy, secrets);
  const spoken = spokenIn(asked, form ?? undefined, proxy);
  const page = { words: ratingWords([...spoken.own, ...proxy.ctx.shop.locales]), shopName: proxy.ctx.shop.name, address: `${proxy.pathPrefix}/rating`, carried: languageOf(spoken) };
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };
  return proxy.liquid(renderRatingPage(page, answer), { headers });
}

interface Asked {
  key: string;
  form: URLSearchParams | null;
  /** The page sent it, nobody pressed its button. */
  byItself: boolean;
  /** The score of the link they came by. */
  chosen: Score | null;
}

async function answerTo({ key, form, byItself, chosen }: Asked, { ctx }: ProxyRequest, secrets: readonly string[]): Promise<RatingAnswer> {
  const named = ticketOfKey(key, secrets);
  if (named?.shopId !== ctx.shop.id) return { kind: 'invalid' };
  const { ticketId } = named;
  return ctx.tx(async (tx) => {
    const stored = await tx.satisfactions.findFirst({ where: { ticket_id: ticketId }, select: { score: true, comment: true } });
    if (!stored) return { kind: 'invalid' };
    const sent = form && ratingSchema.safeParse(Object.fromEntries(form));
    const stands = sent?.success ? await recordRating(tx, { ticketId, rating: sent.data, onlyFirst: byItself, now: ctx.clock.now() }) : stored;
    if (sent?.success && stands?.score === sent.data.score) return { kind: 'thanks', proof: key, score: sent.data.score, comment: stands.comment };
    const meant = sent?.success ? sent.data.score : chosen;
    const given = readScore(stands?.score);
    return { kind: 'question', proof: key, score: meant ?? given, given, comment: stands?.comment ?? '', sendsItself: form === null && meant !== null && given === null, isMissing: form !== null && !sent?.success };
  });
}

/** The form as it was sent; empty where it is none of ours. */
async function readForm(request: Request): Promise<URLSearchParams> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams();
  const body = await request.text();
  return new URLSearchParams(body.length > longestForm ? '' : body);
}
