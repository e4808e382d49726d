const perMinute = 30;
const rememberedFor = 60_000;
const remembered = 5_000;

/** Keeps strangers from making us hammer Shopify: a budget for each shop, and no second question for the same words within a minute. */
export interface LookupGuard {
  mayAsk(shopId: number, words: string, now: Date): boolean;
}

/** Counts within this process; what a visitor and a shop may try at all is counted across processes by the page itself. */
export function createLookupGuard(): LookupGuard {
  const budgets = new Map<number, { left: number; at: number }>();
  const asked = new Map<string, number>();
  return {
    mayAsk(shopId, words, now) {
      const time = now.getTime();
      const key = `${shopId} ${words.toLowerCase()}`;
      const before = asked.get(key);
      if (before !== undefined && time - before < rememberedFor) return false;
      const budget = budgets.get(shopId) ?? { left: perMinute, at: time };
      const left = Math.min(perMinute, budget.left + ((time - budget.at) * perMinute) / 60_000);
      if (left < 1) {
        budgets.set(shopId, { left, at: time });
        return false;
      }
      budgets.set(shopId, { left: left - 1, at: time });
      asked.set(key, time);
      if (asked.size > remembered) for (const [old, at] of asked) if (time - at >= rememberedFor || asked.size > remembered) asked.delete(old);
      return true;
    },
  };
}
