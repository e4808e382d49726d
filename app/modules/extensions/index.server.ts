export { orderForCustomer } from './order-for-customer.server.ts';
