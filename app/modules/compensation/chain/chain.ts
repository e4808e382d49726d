import type { z } from 'zod';
import { minute } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** What Shopify has not done so long after it was asked it will not do any more, in ms; before that nobody looks. */
export const settleAfter = 2 * minute;

/** What a step did, in Shopify's ids. */
export type StepResult = Readonly<Record<string, string>>;

/** Where a chain stands when one of its steps is taken. */
export interface StepAt<Input> {
  chainId: string;
  orderId: string;
  input: Input;
  /** What the steps before this one did. */
  results: readonly StepResult[];
  /** The same at every try of this step, until Shopify is known to have refused it. */
  key: string;
  /** When this step was first sent. */
  sentAt: Date;
}

/** One write to Shopify. */
export interface Step<Input> {
  name: string;
  /** Sends it. Throws `UserErrors` where Shopify refused, `NotSent` where it sent nothing; whatever else it throws means that nobody knows whether it happened. */
  act(ctx: ShopContext, at: StepAt<Input>): Promise<StepResult>;
  /** Whether an earlier try of this step happened, and what it did. Throws `Unclear` where nobody but a person can tell. */
  look(ctx: ShopContext, at: StepAt<Input>): Promise<StepResult | null>;
  /** What else is true from then on; in the transaction that records the step. */
  confirm?(tx: ShopTx, at: StepAt<Input>, result: StepResult, now: Date): Promise<void>;
}

/** Steps that belong together, one after the other. */
export interface ChainKind<Input> {
  kind: string;
  /** Ids and figures only: what is kept of a chain names no person. */
  input: z.ZodType<Input>;
  steps: readonly Step<Input>[];
}

/** A kind of chain whatever its input is. */
export interface AnyChain {
  kind: string;
  steps: readonly Step<unknown>[];
}

/** Makes a kind of chain one of many: its input is read again before each step. */
export function defineChain<Input>({ kind, input, steps }: ChainKind<Input>): AnyChain & { read(input: Input): Input } {
  const typed = (at: StepAt<unknown>): StepAt<Input> => ({ ...at, input: input.parse(at.input) });
  return {
    kind,
    read: (given) => input.parse(given),
    steps: steps.map(({ name, act, look, confirm }) => ({
      name,
      act: (ctx, at) => act(ctx, typed(at)),
      look: (ctx, at) => look(ctx, typed(at)),
      confirm: async (tx, at, result, now) => confirm?.(tx, typed(at), result, now),
    })),
  };
}

/** Where a chain stands, as its steps are told. */
export function placeOf(chain: { id: string; orderId: string; input: unknown; results: readonly StepResult[]; stepKey: string; firstSentAt: Date | null }): StepAt<unknown> {
  return { chainId: chain.id, orderId: chain.orderId, input: chain.input, results: chain.results, key: chain.stepKey, sentAt: chain.firstSentAt ?? new Date(0) };
}

/** A look that found more than one thing the step may have done: only a person can tell. */
export class Unclear extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unclear';
  }
}

/** A step that found, before it sent anything, that things are not as they were meant: a person looks again. */
export class NotSent extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotSent';
  }
}

/**
 * Why a chain waits for a person. `refused`: Shopify said no, nothing happened. `changed`: nothing was sent, for things are not as they were
 * meant. `unclear`, `silent`: it may have happened. `no_access`: the app must be opened.
 */
export type ChainProblem = 'changed' | 'no_access' | 'refused' | 'silent' | 'unclear';

/** How a chain stands. */
export type ChainState = 'attention' | 'done' | 'dropped' | 'running';
