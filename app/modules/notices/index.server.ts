export { decideNotices } from './decide-notices.server.ts';
export { decideNoticesJob } from './jobs.ts';
export { noticesStillTrue } from './still-true.server.ts';
export { wakeLateOrders } from './wake-late-orders.server.ts';
export { wakeNotices } from './wake-notices.server.ts';
