import type { GraphQLResolveInfo } from 'graphql';
import { getDirectiveValues, GraphQLDirective } from 'graphql';
import type { Caller } from '../../contract.ts';
import type { ShopMemory } from '../engine-store.ts';
import { badRequest, topLevelError } from '../errors.ts';

const REQUIRED = new Set(['refundCreate', 'inventoryAdjustQuantities', 'inventorySetQuantities', 'inventoryMoveQuantities', 'inventoryActivate']);
const SUPPORTED = new Set([...REQUIRED, 'locationActivate', 'locationDeactivate']);

/** Remembers the results of mutations by their idempotency key, for one shop. */
export interface IdempotencyKeys {
  /** Runs a mutation, or answers what it answered before under the same key and arguments. */
  once(caller: Caller, info: GraphQLResolveInfo, args: Record<string, unknown>, run: () => unknown): unknown;
}

/** Keys kept in the shop's memory. A mutation that failed by the sandbox's own fault is not kept: a retry may succeed. */
export function createIdempotencyKeys(memory: ShopMemory): IdempotencyKeys {
  const underWay = new Map<string, { args: string; result: Promise<unknown> }>();
  return {
    once(caller, info, args, run) {
      const key = keyOf(info);
      if (key === null) return run();
      const slot = [caller.kind === 'app' ? caller.installation.clientId : 'merchant', info.fieldName, key].join('\n');
      const given = JSON.stringify(args);
      const before = underWay.get(slot) ?? memory.recall(slot);
      if (before !== null) {
        if (before.args === given) return before.result;
        throw topLevelError('The idempotency key was already used with different parameters.', 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
      }
      const result = run();
      if (!(result instanceof Promise)) {
        memory.remember(slot, given, result);
        return result;
      }
      const kept = result.then((settled: unknown) => {
        memory.remember(slot, given, settled);
        return settled;
      });
      underWay.set(slot, { args: given, result: kept });
      return kept.finally(() => underWay.delete(slot));
    },
  };
}

function keyOf(info: GraphQLResolveInfo): string | null {
  const directive = info.schema.getDirective('idempotent');
  const node = info.fieldNodes[0];
  const values = directive instanceof GraphQLDirective && node ? getDirectiveValues(directive, node, info.variableValues) : undefined;
  if (values === undefined) {
    if (REQUIRED.has(info.fieldName)) throw badRequest('The @idempotent directive is required for this mutation but was not provided.');
    return null;
  }
  if (!SUPPORTED.has(info.fieldName)) throw badRequest('The @idempotent directive is not supported for this mutation.');
  const key = String(values['key']);
  if (key.trim() === '') throw badRequest('The idempotency key cannot be an empty string or whitespace only.');
  return key;
}
