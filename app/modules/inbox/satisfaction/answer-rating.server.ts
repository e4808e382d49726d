import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { ratingSchema, recordRating } from './record-rating.server.ts';
import { ticketOfKey } from './rating-key.ts';
import { renderRatingPage, type RatingAnswer } from './rating-page.tsx';
import { ratingWords } from './words.ts';

const longestForm = 20_000;

/**
 * The page on which a customer says how they were helped. Looking at it changes nothing, as scanners of mail follow every link; what is sent with its
 * button counts, and may be corrected.
 */
export async function answerRating(request: Request, proxy: ProxyRequest, { secrets }: { secrets: readonly string[] }): Promise<Response> {
  const form = request.method === 'POST' ? await readForm(request) : null;
  const asked = new URL(request.url).searchParams;
  const key = form?.get('key') ?? asked.get('key') ?? '';
  const answer = await answerTo({ key, form, chosen: Number(asked.get('score')) }, proxy, secrets);
  const page = { words: ratingWords(proxy.locales), shopName: proxy.ctx.shop.name, address: `${proxy.pathPrefix}/rating` };
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };
  return proxy.liquid(renderRatingPage(page, answer), { headers });
}

interface Asked {
  key: string;
  form: URLSearchParams | null;
  /** The score of the link they came by. */
  chosen: number;
}

async function answerTo({ key, form, chosen }: Asked, { ctx }: ProxyRequest, secrets: readonly string[]): Promise<RatingAnswer> {
  const named = ticketOfKey(key, secrets);
  if (named?.shopId !== ctx.shop.id) return { kind: 'invalid' };
  const { ticketId } = named;
  return ctx.tx(async (tx) => {
    const stored = await tx.satisfactions.findFirst({ where: { ticket_id: ticketId }, select: { score: true, comment: true } });
    if (!stored) return { kind: 'invalid' };
    const said = form && ratingSchema.safeParse(Object.fromEntries(form));
    if (said?.success) {
      await recordRating(tx, ticketId, said.data, ctx.clock.now());
      return { kind: 'thanks', score: said.data.score };
    }
    return { kind: 'question', proof: key, score: Number.isInteger(chosen) && chosen >= 1 && chosen <= 5 ? chosen : stored.score, comment: stored.comment, isMissing: form !== null };
  });
}

/** The form as it was sent; empty where it is none of ours. */
async function readForm(request: Request): Promise<URLSearchParams> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams();
  const body = await request.text();
  return new URLSearchParams(body.length > longestForm ? '' : body);
}
