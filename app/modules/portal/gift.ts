import type { ExchangeProduct, RequestView } from '#app/modules/returns/index.server.ts';
import type { DraftState } from './draft.ts';

/** What the recipient of a gift may do. */
export interface Gift {
  /** By line, what it may be exchanged for evenly, without prices; a line that is not here is settled with the shop in person. */
  even: ReadonlyMap<string, ExchangeProduct>;
}

/** What was chosen as a recipient may choose: another form of the same, whatever a form said. */
export function asGift(state: DraftState): DraftState {
  return { ...state, lines: state.lines.map((line) => ({ ...line, outcome: 'exchange', exception: null, productId: null })) };
}

/** How a request of theirs stands, without whatever was paid for it. */
export function asRecipient(view: RequestView): RequestView {
  return { ...view, shown: { ...view.shown, refund: 0, owed: 0, bonus: 0 }, returns: view.returns.map((each) => ({ ...each, refunds: [] })) };
}
