export type * from './records/address.ts';
export type * from './records/catalog.ts';
export type * from './records/customer.ts';
export type * from './records/fulfillment.ts';
export type * from './records/money.ts';
export type * from './records/order.ts';
export type * from './records/refund.ts';
export type * from './records/shop.ts';
