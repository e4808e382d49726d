import { getOperationAST } from 'graphql';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** What goes wrong with the next thing sent, or the next thing written down. */
export type Fault = 'died after sending' | 'died before sending' | 'died before writing' | 'no answer, and done' | 'no answer, and not done' | 'none';
export const faults: readonly Fault[] = ['none', 'none', 'none', 'no answer, and done', 'no answer, and not done', 'died before sending', 'died after sending', 'died before writing'];

/** A question that was lost; whoever asked may ask again. */
export class Unheard extends Error {}

/** A process that dies: from then on it does nothing, until another is started in its place. */
export class Died extends Error {}

export interface Weather {
  next: Fault[];
  dead: boolean;
}

/** Loses requests, answers and whole processes as the weather has it. Reads get no answer, and nothing else. */
export function stormy(client: AdminClient, weather: Weather): AdminClient {
  return {
    async run(document, variables) {
      if (weather.dead) throw new Died();
      const fault = weather.next.shift() ?? 'none';
      const isRead = getOperationAST(document)?.operation === 'query';
      if (fault === 'died before sending') return die(weather);
      if (isRead && fault.startsWith('no answer')) throw new Unheard('Shopify did not answer.');
      if (fault === 'no answer, and not done') throw new OutcomeUnknown('test', fault);
      const answer = await client.run(document, variables);
      if (fault === 'no answer, and done') throw new OutcomeUnknown('test', fault);
      if (fault === 'died after sending') return die(weather);
      return answer;
    },
  };
}

function die(weather: Weather): never {
  weather.dead = true;
  throw new Died();
}

/** The same shop in a process that may die between two transactions. */
export function mortal(ctx: ShopContext, weather: Weather): ShopContext {
  return {
    ...ctx,
    tx: (work) => {
      if (!weather.dead && weather.next[0] === 'died before writing') {
        weather.next.shift();
        weather.dead = true;
      }
      return weather.dead ? Promise.reject(new Died()) : ctx.tx(work);
    },
  };
}

/** What a process that died has to say. */
export function bury(error: unknown): 'dead' {
  if (error instanceof Died) return 'dead';
  throw error;
}
