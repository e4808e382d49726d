import { defineChain, NotSent, type AnyChain, type StepAt } from '#app/modules/compensation/index.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { UserErrors } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { LabelRefused } from '../adapters/label-problem.ts';
import { giveBackStates } from '../way-back.ts';
import { accountOf } from './account-of.server.ts';
import { giveBackKind, type AboutLabel } from './chain-kinds.ts';
import type { LabelNeeds } from './label-needs.ts';

/** Asks a service for the money of a label that nobody used, once. */
export function giveBackChain(needs: () => LabelNeeds): AnyChain {
  return defineChain<AboutLabel>({
    kind: giveBackKind.kind,
    input: giveBackKind.input,
    steps: [
      {
        name: 'give_back',
        async act(ctx, at) {
          const { adapter, key, reference } = await boughtOne(ctx, at, needs());
          try {
            return { refund: await adapter.giveBack(key, reference) };
          } catch (error) {
            if (error instanceof LabelRefused) throw new UserErrors('label', [{ field: null, code: error.problem, message: error.message === '' ? error.problem : error.message }]);
            throw error;
          }
        },
        async look(ctx, at) {
          const { adapter, key, reference } = await boughtOne(ctx, at, needs());
          const refund = await adapter.lookAtGiveBack(key, reference);
          return refund && { refund };
        },
        async confirm(tx, { input: { labelId } }, { refund: word }, now) {
          const refund = giveBackStates.find((one) => one === word) ?? 'asked';
          await tx.labels.updateMany({ where: { id: labelId }, data: { refund, ...(refund === 'rejected' ? {} : { state: 'ended', ended_at: now }) } });
          await announce(tx, 'returns');
        },
      },
    ],
  });
}

async function boughtOne(ctx: ShopContext, { input: { labelId } }: StepAt<AboutLabel>, needs: LabelNeeds) {
  const { adapter, key, label } = await accountOf(ctx, labelId, needs);
  if (label.reference === null) throw new NotSent('It was never bought.');
  return { adapter, key, reference: label.reference };
}
