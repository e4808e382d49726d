import { differenceOf, type Tally } from '#app/kernel/interval.ts';
import type { ReasonRow } from './reasons.server.ts';
import type { Finding } from './views.ts';

/** Fewer returns say more about chance than about a product. */
const fewest = 10;
/** What so few customers said is no pattern, however seldom others say it. */
const fewestSaid = 5;
const mostNamed = 8;
/** What customers say when they say nothing. */
const empty: ReadonlySet<string | null> = new Set([null, 'unknown', 'other-reason']);

/**
 * The reasons that returns of a product, or of one of its variants, give more often than all other returns do, the most frequent first: where the range in which
 * the difference of both shares lies with 98 % confidence is above nothing (R. G. Newcombe, Stat. Med. 17, 1998, 873-890, method 10), so that one in a hundred
 * is named by chance. A variant must stand out among the product's other variants too.
 */
export function findings(rows: readonly ReasonRow[]): Finding[] {
  const all = countOf(rows);
  const products = [...Map.groupBy(rows, itemKey).values()];
  const found = products.flatMap((product) => {
    const whole = countOf(product);
    const variants = [...Map.groupBy(product, ({ variantId }) => variantId).values()];
    const ofVariants = variants.length < 2 ? [] : variants.flatMap((variant) => standingOut(variant, [less(whole, countOf(variant)), less(all, countOf(variant))], true));
    // A variant that stands out says more than its product, which may stand out because of it.
    const ofProduct = standingOut(product, [less(all, whole)], false).filter(({ reason }) => !ofVariants.some((variant) => variant.reason === reason));
    return [...ofVariants, ...ofProduct];
  });
  return found.sort((left, right) => right.did - left.did || left.title.localeCompare(right.title, 'en')).slice(0, mostNamed);
}

/** Returns that gave a reason, and all of them. */
interface Count {
  all: number;
  by: ReadonlyMap<string | null, number>;
}

function countOf(rows: readonly ReasonRow[]): Count {
  const by = new Map<string | null, number>();
  for (const { reason, said } of rows) by.set(reason, (by.get(reason) ?? 0) + said);
  return { all: rows.reduce((sum, { said }) => sum + said, 0), by };
}

function less(count: Count, part: Count): Count {
  return { all: count.all - part.all, by: new Map([...count.by].map(([reason, said]) => [reason, said - (part.by.get(reason) ?? 0)])) };
}

/** What some returns say more often than each of the others that are enough to be compared with; at least one must be. */
function standingOut(rows: readonly ReasonRow[], others: readonly Count[], asVariant: boolean): Finding[] {
  const own = countOf(rows);
  const compared = others.filter(({ all }) => all >= fewest);
  const rest = compared.at(-1);
  if (own.all < fewest || !rest) return [];
  return rows.flatMap(({ title, variantTitle, productId, name, reason }, at) => {
    const isFirst = rows.findIndex((row) => row.reason === reason) === at;
    if (reason === null || empty.has(reason) || !isFirst) return [];
    const tally = tallyOf(own, reason);
    if (tally.did < fewestSaid || !compared.every((other) => differenceOf(tally, tallyOf(other, reason), 0.98).from > 0)) return [];
    return [{ title, variantTitle: asVariant ? variantTitle : null, productId, reason, name, ...tally, usual: tallyOf(rest, reason).did / rest.all }];
  });
}

function tallyOf({ all, by }: Count, reason: string): Tally {
  return { of: all, did: by.get(reason) ?? 0 };
}

/** A product, or goods without one by their title. */
export function itemKey({ productId, title }: { productId: string | null; title: string }): string {
  return productId ?? `title:${title}`;
}
