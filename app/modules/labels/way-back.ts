/** How goods can come back. */
export const wayBackKinds = ['label', 'qr', 'own_label', 'drop_off', 'shop', 'none'] as const;
export type WayBackKind = (typeof wayBackKinds)[number];

/** What a customer chose: a place for `drop_off` and `shop`, their own number for `own_label`. */
export interface WayBackChoice {
  kind: WayBackKind;
  placeId: string | null;
  carrier: string | null;
  trackingNumber: string | null;
}

/** Services that make labels for a merchant's account. */
export const labelServices = ['easypost', 'shippo'] as const;
export type LabelService = (typeof labelServices)[number];

export function isLabelService(text: string): text is LabelService {
  return labelServices.some((one) => one === text);
}

/** Who makes what is needed for a way back. */
export type LabelMaker = LabelService | 'customer' | 'hand' | 'nobody';

/**
 * `wanted`: nothing was made yet, for its return is not open or a person is to upload it. `bought`: paid for, its file not kept yet. `ended`:
 * another took its place, or it was given up or given back.
 */
export type LabelState = 'bought' | 'ended' | 'making' | 'ready' | 'wanted';

/** What became of giving an unused label back. `not_needed`: it costs nothing until a carrier scans it. */
export const giveBackStates = ['asked', 'refunded', 'rejected', 'not_needed'] as const;
export type GiveBack = (typeof giveBackStates)[number];

/** Somewhere goods can be handed over, in the shop's own words. */
export interface Place {
  id: string;
  name: string;
  address: string;
  hours: string;
  url: string;
}
