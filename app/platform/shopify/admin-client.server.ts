import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { getOperationAST, print, type DocumentNode } from 'graphql';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { AdminClient } from './admin-client.ts';
import type { CostBudget } from './cost-budget.server.ts';
import { AdminApiError, OutcomeUnknown, ShopAccessLost, UserErrors } from './errors.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { OfflineTokens } from './offline-tokens.server.ts';
import { sendDocument, type AdminAnswer } from './send-document.server.ts';

interface Needs {
  tokens: OfflineTokens;
  budget: CostBudget;
  log: Logger;
  needsReopen(shop: Shop): Promise<void>;
  /** How long to pause; tests let time pass otherwise. */
  pause?(milliseconds: number): Promise<unknown>;
}

interface Operation {
  name: string;
  kind: 'query' | 'mutation';
  text: string;
}

/** Longest pause before one try, and the number of tries. */
const longestPause = 60_000;
const tries = 6;
/** Assumed of a document that was never sent; afterwards Shopify's own figure is known. */
const firstCost = 20;
/** A single request may cost 1,000; what comes near should be split. */
const dear = 500;

/** Makes the Admin API client of a shop. */
export function createAdminClients({ tokens, budget, log, needsReopen, pause = sleep }: Needs): (shop: Shop) => AdminClient {
  const operations = new WeakMap<DocumentNode, Operation>();
  const requestedCosts = new Map<string, number>();
  const reported = new Set<string>();

  const operationOf = (document: DocumentNode): Operation => {
    const known = operations.get(document);
    if (known) return known;
    const definition = getOperationAST(document);
    const operation: Operation = {
      name: definition?.name?.value ?? 'anonymous',
      kind: definition?.operation === 'mutation' ? 'mutation' : 'query',
      text: print(document),
    };
    operations.set(document, operation);
    return operation;
  };

  /** Waits until the bucket covers the request, sends it, and takes over what Shopify says of the bucket; null where no answer came. */
  const ask = async (shop: Shop, token: string, { name, text, kind }: Operation, variables: Record<string, unknown>): Promise<AdminAnswer | null> => {
    const cost = requestedCosts.get(name) ?? firstCost;
    const wait = await budget.reserve(shop.id, cost);
    if (wait > 0) await pause(Math.min(wait, longestPause));
    const answer = await sendDocument(shop.domain, token, text, variables).catch((error: unknown) => {
      if (kind === 'mutation') throw new OutcomeUnknown(name, error);
      log.warn({ shop: shop.domain, operation: name, error }, 'the Admin API did not answer');
      return null;
    });
    if (!answer) return null;
    if (answer.cost) {
      requestedCosts.set(name, answer.cost.requestedQueryCost);
      // What was asked has happened: losing a figure must not look like losing the answer.
      await budget.settle(shop.id, cost, answer.cost).catch((error: unknown) => log.warn({ error }, 'the cost bucket was not settled'));
    }
    const facts = { shop: shop.domain, operation: name, status: answer.status, requestId: answer.requestId, cost: answer.cost?.requestedQueryCost };
    if ((answer.cost?.requestedQueryCost ?? 0) > dear) log.warn(facts, 'a dear Admin API request: split it');
    else log.debug(facts, 'Admin API');
    return answer;
  };

  const reportWithheld = (shop: Shop, operation: string, withheld: readonly string[]) => {
    const news = withheld.filter((path) => !reported.has(`${shop.id} ${operation} ${path}`));
    for (const path of news) reported.add(`${shop.id} ${operation} ${path}`);
    if (news.length > 0) log.warn({ shop: shop.domain, operation, withheld: news }, 'Shopify withholds protected customer data');
  };

  /** What a merchant's visit may have brought since; where it brought nothing, the app must be opened. */
  const newerToken = async (shop: Shop, refused: string): Promise<string> => {
    const token = await tokens.current(shop);
    if (token !== refused) return token;
    await needsReopen(shop);
    throw new ShopAccessLost(shop.domain);
  };

  const run = async (shop: Shop, operation: Operation, variables: Record<string, unknown>): Promise<unknown> => {
    let token = await tokens.current(shop);
    let replaced = false;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await ask(shop, token, operation, variables);
      if (answer === null) {
        if (attempt === tries) throw new AdminApiError(operation.name, 0, [{ code: 'NO_ANSWER', message: 'Shopify did not answer.', path: null }], null);
        await pause(backOff(attempt));
        continue;
      }
      const verdict = judgeAnswer(answer, operation.kind);
      const failure = () => new AdminApiError(operation.name, answer.status, answer.problems, answer.requestId);
      switch (verdict.is) {
        case 'done':
          reportWithheld(shop, operation.name, verdict.withheld);
          return verdict.data;
        case 'refused':
          throw new UserErrors(operation.name, verdict.userErrors);
        case 'failed':
          throw new AdminApiError(operation.name, answer.status, verdict.problems, answer.requestId);
        case 'unauthorized':
          token = replaced ? await newerToken(shop, token) : await tokens.replace(shop, token);
          replaced = true;
          break;
        case 'unavailable':
          if (operation.kind === 'mutation') throw new OutcomeUnknown(operation.name, failure());
          if (attempt === tries) throw failure();
          await pause(backOff(attempt));
          break;
        case 'throttled':
          if (attempt === tries) throw failure();
          // With a figure from Shopify the bucket makes the next try wait; without one we guess.
          if (!answer.cost) await pause(answer.retryAfterSeconds === null ? backOff(attempt) : Math.min(answer.retryAfterSeconds * 1_000, longestPause));
          break;
      }
    }
  };

  return (shop) => ({
    async run<Result, Variables extends Record<string, unknown>>(document: TypedDocumentNode<Result, Variables>, variables: Variables) {
      refuseInsideTransaction('The Admin API');
      // The documents' types are made from Shopify's schema, and Shopify answers by it.
      return (await run(shop, operationOf(document), variables)) as Result;
    },
  });
}

/** One second, doubled each time, shaken so that processes do not come back together. */
function backOff(attempt: number): number {
  return Math.min(1_000 * 2 ** (attempt - 1), 20_000) * (0.5 + Math.random());
}
