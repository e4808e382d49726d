/** The ways a notice can take to one person. */
export const wayNames = ['email', 'sms'] as const;
export type WayName = (typeof wayNames)[number];

/** A way that is open to one person for one notice. */
export interface Way {
  channel: WayName;
  /** The address or number it goes to. */
  to: string;
}

/** Why a way that the merchant chose is closed to one person: nothing to reach them by, not agreed to, or not allowed where they are. */
export type Closed = 'no_address' | 'no_consent' | 'no_sender';

/** The ways of one notice to one person. */
export interface NoticeWays {
  open: readonly Way[];
  /** What was chosen and cannot be used, with the reason. */
  closed: readonly { channel: WayName; because: Closed }[];
}
