/** What merchants may name in their words. Everything is ready to be read: days are written out in the customer's language. */
export type NoticeValues = {
  order_name: string;
  shop_name: string;
  /** Empty where it is not known, as are all that follow but the numbers. */
  parcel_number: string;
  carrier: string;
  /** The day it is expected. */
  expected: string;
  /** The day that was told before. */
  promised: string;
  /** Why, as the tracking page says it. */
  cause: string;
  /** How many parcels it is about. */
  parcels: number;
  /** 1 for the first delay of a parcel that is told, 2 for the second. */
  delay_number: number;
  tracking_url: string;
  /** Where a customer says what they would like instead of what is late. */
  choice_url: string;
  /** Where a review is written, in the request for one. */
  review_url: string;
  /** Of a return: its name, where its label is, what was paid back, and what was noted where it was declined. */
  return_name: string;
  label_url: string;
  refund_amount: string;
  decline_note: string;
  /** What is in it, one line each. */
  items: readonly string[];
};

/** Words are tried with a full order and with one of which little is known. */
export const trials: readonly NoticeValues[] = [
  {
    order_name: '#1001', shop_name: 'Shop', parcel_number: '00340434161094022115', carrier: 'DHL', expected: 'Friday', promised: 'Thursday', cause: 'Weather',
    parcels: 2, delay_number: 2, tracking_url: 'https://example.com/track', choice_url: 'https://example.com/track?report=late', review_url: 'https://example.com/review',
    return_name: '#1001-R1', label_url: 'https://example.com/label.pdf', refund_amount: '€49.00', decline_note: 'It was worn', items: ['2 × Wool socks', 'Enamel mug'],
  },
  { order_name: '#1', shop_name: 'Shop', parcel_number: '', carrier: '', expected: '', promised: '', cause: '', parcels: 0, delay_number: 1, tracking_url: 'https://example.com/track', choice_url: 'https://example.com/track?report=late', review_url: 'https://example.com/review', return_name: '', label_url: '', refund_amount: '', decline_note: '', items: [] },
];

/** The names there are. */
export const variableNames: readonly string[] = Object.keys(trials[0] ?? {});
