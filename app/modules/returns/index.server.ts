export { catchUpReturns } from './catch-up-returns.server.ts';
export { forgetReturns } from './forget-returns.server.ts';
export { listReturns, type ReturnsPageData } from './list-returns.server.ts';
export { orderReturns } from './order-returns.server.ts';
export { returnDetail } from './return-detail.server.ts';
export { catchUpReturnsJob, locateReturnJob, readReturnsJob } from './jobs.ts';
export { locateReturn, readReturns } from './read-returns.server.ts';
export { returnTopics } from './return-topics.server.ts';
