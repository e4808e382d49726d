import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chainsInTrouble, decideChain } from '#app/modules/compensation/index.server.ts';
import { chainKinds } from '#app/wiring/chain-kinds.server.ts';
import { bury, faults, mortal, stormy, type Weather } from '../compensation/weather.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { expectLedgerIsShopify, expectMirrorIsShopify, expectNothingTwice, givenByUs } from './life/invariants.ts';
import { expectAllEnded, workOff } from './life/finish.ts';
import { ask, make, move } from './life/moves.ts';
import { hear, openLife, runJobs, type LivedShop } from './life/shop.ts';

const stage = await openLedgerStage();
const weathered = <M>(next: fc.Arbitrary<M>) => fc.record({ move: next, faults: fc.oneof(fc.constant([]), fc.array(fc.constantFrom(...faults), { maxLength: 4 })) });
const life = fc.tuple(weathered(ask), fc.array(weathered(move), { minLength: 3, maxLength: 16 })).map(([first, rest]) => [first, ...rest]);

it('whatever customers, the shop, Shopify and failures do to returns: no money moves twice, nothing is stuck, and the ledger is Shopify’s', async () => {
  const seen = { lives: 0, returns: 0, byUs: 0, gifts: 0, decided: 0 };
  await fc.assert(
    fc.asyncProperty(life, async (steps) => {
      const weather: Weather = { next: [], dead: false };
      const lived = await openLife(await stage.open((client) => stormy(client, weather)));
      for (const { move: next, faults: sent } of steps) {
        weather.next = [...sent];
        await make(next, lived, mortal(lived.shop.ctx, weather)).catch(bury);
        weather.next = [];
        weather.dead = false;
        expectNothingTwice(lived);
      }
      seen.decided += await comeToRest(lived);
      expectNothingTwice(lived);
      await expectLedgerIsShopify(lived);
      await expectMirrorIsShopify(lived);
      await finish(lived);
      await expectAllEnded(lived);
      await expectLedgerIsShopify(lived);
      expectNothingTwice(lived);
      seen.lives += 1;
      seen.returns += lived.shop.world.returns.where('order', lived.order.id).length;
      const given = await givenByUs(lived);
      seen.byUs += given.refunds;
      seen.gifts += given.gifts;
    }),
    // A busy machine lives through fewer of them.
    { numRuns: 40, interruptAfterTimeLimit: 120_000 },
  );
  // Rare lives say little: most have returns, and many of them were paid by us.
  expect(seen.lives).toBeGreaterThan(4);
  expect(seen.returns).toBeGreaterThan(seen.lives / 2);
  expect(seen.byUs).toBeGreaterThan(seen.lives / 5);
}, 300_000);

/** A person of the shop works until nothing is left to do: there is no dead end. */
async function finish(lived: LivedShop): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    if (await workOff(lived)) return;
    // An act whose process died is somebody's for two minutes.
    lived.shop.pass(3);
    await comeToRest(lived);
  }
  throw new Error('A return never ends.');
}

/** Calm weather: everything is heard, jobs run, and whoever is asked decides; how often somebody was. */
async function comeToRest(lived: LivedShop): Promise<number> {
  const { shop } = lived;
  let decided = 0;
  for (let round = 0; round < 20; round += 1) {
    await runJobs(shop.known);
    await hear(lived);
    const waiting = await shop.known.tx((tx) => chainsInTrouble(tx));
    const open = await shop.known.tx((tx) => tx.chains.count({ where: { state: 'running' } }));
    if (waiting.length === 0 && open === 0) return decided;
    for (const { id, decisions } of waiting) {
      expect(decisions.length).toBeGreaterThan(0);
      // First once more; what is refused again is given up, and what nobody knows was looked at in Shopify's admin.
      const choice = round < 4 ? 'again' : decisions.includes('drop') ? 'drop' : 'not_done';
      await decideChain(shop.known, chainKinds, id, choice);
      decided += 1;
    }
    shop.pass(20);
  }
  throw new Error('Something never comes to rest.');
}
