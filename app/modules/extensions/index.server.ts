export { orderForCustomer } from './order-for-customer.server.ts';
export { orderForStaff } from './order-for-staff.server.ts';
export { ordersOnTheirWay } from './orders-on-their-way.server.ts';
