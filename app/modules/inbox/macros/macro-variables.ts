/** What a macro's words may name. Where nothing is known it is empty. */
export const macroVariables = [
  'first_name', 'agent_name', 'shop_name', 'order_name', 'order_total', 'items', 'carrier', 'tracking_number', 'parcel_status', 'expected', 'missed', 'shipped_on', 'delivered_on', 'refund_amount', 'tracking_url', 'returns_url',
] as const;
export type MacroVariable = (typeof macroVariables)[number];
