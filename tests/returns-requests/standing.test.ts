import { describe, expect, it } from 'vitest';
import { partState, requestState } from '#app/modules/returns/requests/request-state.ts';
import { inPresentment, partsOf, wayBackCost } from '#app/modules/returns/requests/roads.ts';
import { takeUnits } from '#app/modules/returns/requests/take-units.ts';
import type { AllowedOffer, BestOffer, RefusedOffer } from '#app/modules/returns/policy/decision.ts';
import type { Outcome } from '#app/modules/returns/policy/matters.ts';
import type { NextStep } from '#app/modules/returns/next-step.ts';

const part = { road: 'original' as const, returnId: '1', chain: 'done' as const };
const standing = (status: string, next: NextStep, isPaidBack = false) => ({ ...part, mirrored: { status, next, isPaidBack } });

describe('how a request stands', () => {
  it('follows its return', () => {
    const steps: [NextStep, string][] = [['decide', 'asked'], ['send', 'send'], ['arrive', 'travelling'], ['inspect', 'arrived'], ['settle', 'settling'], ['close', 'settling'], ['done', 'done']];
    expect(steps.map(([next]) => partState(standing('open', next), false))).toEqual(steps.map(([, state]) => state));
    expect(partState(standing('declined', 'done'), false)).toBe('declined');
    expect(partState(standing('canceled', 'done'), false)).toBe('cancelled');
    expect(partState({ ...standing('open', 'send'), road: 'keep' }, false)).toBe('settling');
    expect(partState(standing('open', 'close', true), false)).toBe('refunded');
  });

  it('is being made until it is seen, and waits for a person where its making stopped', () => {
    expect(partState({ ...part, returnId: null, chain: null, mirrored: null }, false)).toBe('making');
    expect(partState({ ...part, mirrored: null }, false)).toBe('making');
    expect(partState({ ...part, returnId: null, chain: 'attention', mirrored: null }, false)).toBe('stuck');
    expect(partState({ ...part, returnId: null, chain: 'dropped', mirrored: null }, false)).toBe('given_up');
    expect(partState({ ...standing('open', 'send') }, true)).toBe('making');
  });

  it('is that of the return that is furthest behind, and the best where all have ended', () => {
    expect(requestState(['settling', 'send', 'done'], false)).toBe('send');
    expect(requestState(['declined', 'done'], false)).toBe('done');
    expect(requestState(['cancelled', 'cancelled'], false)).toBe('cancelled');
    expect(requestState(['stuck', 'asked'], false)).toBe('stuck');
  });

  it('is changed, not cancelled, where another took its place', () => {
    expect(requestState(['cancelled'], true)).toBe('replaced');
    // It was too late to change it.
    expect(requestState(['travelling'], true)).toBe('travelling');
  });
});

function offer(outcome: Outcome, terms: Partial<AllowedOffer> = {}): { outcome: Outcome; offer: BestOffer } {
  const allowed: AllowedOffer = {
    allowed: true, outcome, version: 1, deadline: null, countedFrom: null, fee: { percent: 0, amount: 0 }, wayBack: { payer: 'shop', amount: 0 }, bonus: { percent: 0, amount: 0 }, back: 0,
    photos: 0, questions: [], approval: 'nobody', location: null, refundOn: 'receipt', clauses: [], unsure: [], ...terms,
  };
  return { outcome, offer: { offer: allowed, from: 'both', because: null, instead: null } };
}
const refused: RefusedOffer = { allowed: false, outcome: 'refund', version: 1, why: 'final_sale', deadline: null, clause: { version: 1, ruleId: 'base', when: [], matter: 'period', settles: {} }, unsure: [] };
const charged = (amount: number | null) => offer('refund', { wayBack: { payer: 'customer', amount } });

describe('lines of a wish', () => {
  it('are one return for each road and bonus', () => {
    const credit = (percent: number) => offer('store_credit', { bonus: { percent, amount: 0 } });
    expect(partsOf([offer('refund'), credit(10), offer('exchange'), offer('keep'), credit(5), credit(10)])).toEqual({
      parts: [
        { road: 'original', bonusPercentage: 0 },
        { road: 'store_credit', bonusPercentage: 10 },
        { road: 'keep', bonusPercentage: 0 },
        { road: 'store_credit', bonusPercentage: 5 },
      ],
      partOfLine: [0, 1, 0, 2, 3, 1],
    });
  });

  it('pay for the dearest way back once, and for none that the shop does not provide', () => {
    expect(wayBackCost([charged(300), charged(500), offer('warranty')], 'label')).toBe(500);
    expect(wayBackCost([charged(300)], 'own_label')).toBe(0);
    expect(wayBackCost([charged(null)], 'own_label')).toBeNull();
    expect(wayBackCost([{ outcome: 'refund', offer: { offer: refused, from: 'both', because: null, instead: null } }], 'label')).toBe(0);
  });

  it('pay for it in what the order was paid in, at its own rate', () => {
    const order = { currency: 'EUR', presentment_currency: 'JPY', total: 3_000n, total_presentment: 4_890n };
    expect(inPresentment(500, order)).toBe(815);
    expect(inPresentment(500, { ...order, presentment_currency: 'EUR' })).toBe(500);
    expect(inPresentment(500, { ...order, total: 0n })).toBe(0);
  });

  it('take their units from the parcels they came in, or none', () => {
    const parcels = [{ fulfillmentLineItemId: 'a', lineId: '1', quantity: 2 }, { fulfillmentLineItemId: 'b', lineId: '1', quantity: 1 }];
    const [two, one] = [{ lineId: '1', units: 2 }, { lineId: '1', units: 1 }];
    expect(takeUnits(parcels, [one, two])).toEqual([
      { wish: one, fulfillmentLineItemId: 'a', quantity: 1 },
      { wish: two, fulfillmentLineItemId: 'a', quantity: 1 },
      { wish: two, fulfillmentLineItemId: 'b', quantity: 1 },
    ]);
    expect(takeUnits(parcels, [two, two])).toBeNull();
  });
});
