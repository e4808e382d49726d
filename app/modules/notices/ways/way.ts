/** The ways a notice can take to one person. By Klaviyo and Flow the merchant tells it in our place: these make the message of what they are told. */
export const wayNames = ['email', 'sms', 'whatsapp', 'klaviyo', 'flow'] as const;
export type WayName = (typeof wayNames)[number];

/** A template that Meta approved for the merchant, and what stands for its placeholders. */
export interface Template {
  name: string;
  /** As Meta writes it: `pt_PT`. */
  language: string;
  values: readonly string[];
}

/** A way that is open to one person for one notice. `to`: the address or number it goes to; Flow finds the person by the order. */
export type Way = { channel: 'email' | 'sms'; to: string } | CarriedWay;

/** A way on which another service makes the message. */
export type CarriedWay = { channel: 'klaviyo' | 'flow'; to: string } | { channel: 'whatsapp'; to: string; template: Template };

/** Why a way that the merchant chose is closed to one person: nothing to reach them by, not agreed to, not allowed where they are, or not set up. */
export const closedReasons = ['no_address', 'no_consent', 'no_sender', 'not_connected', 'no_template'] as const;
export type Closed = (typeof closedReasons)[number];

/** The ways of one notice to one person. */
export interface NoticeWays {
  open: readonly Way[];
  /** What was chosen and cannot be used, with the reason. */
  closed: readonly { channel: WayName; because: Closed }[];
}

/** The ways that nothing is connected for. */
export function unconnectedWays(connected: { sms: boolean; whatsapp: boolean; klaviyo: boolean }): WayName[] {
  return (['sms', 'whatsapp', 'klaviyo'] as const).filter((way) => !connected[way]);
}
