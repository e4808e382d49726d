import type { AnyChain } from '#app/modules/compensation/index.server.ts';
import { attachChain } from './attach-chain.server.ts';
import { giveBackChain } from './give-back-chain.server.ts';
import type { LabelNeeds } from './label-needs.ts';
import { makeChain } from './make-chain.server.ts';

/** The kinds of chains that labels are made, told and given back by. */
export function labelChains(needs: () => LabelNeeds): readonly AnyChain[] {
  return [makeChain(needs), attachChain(needs), giveBackChain(needs)];
}
