/** What a macro's words may name. Where nothing is known it is empty. */
export const macroVariables = [
  'first_name', 'agent_name', 'signature', 'shop_name', 'order_name', 'order_total', 'items', 'carrier', 'tracking_number', 'parcel_status', 'expected', 'missed', 'shipped_on', 'delivered_on', 'refund_amount', 'tracking_url', 'returns_url',
] as const;

/**
 * What a macro's words may ask for in a condition, and what it may be; empty where nothing is known. `parcel_is` tells of the parcel that is still awaited, `has_arrived` of
 * any of the order.
 */
export const macroStates = {
  parcel_is: ['unsent', 'moving', 'late', 'lost', 'delivered', 'returning'],
  has_arrived: ['yes', 'no'],
  order_is: ['open', 'sent', 'cancelled'],
} as const;
type MacroState = keyof typeof macroStates;

/** What they are of one order. */
export type MacroStateValues = { readonly [State in MacroState]: (typeof macroStates)[State][number] | '' };
export type MacroVariable = (typeof macroVariables)[number];
