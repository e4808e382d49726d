export { fireTrigger } from './fire-trigger.server.ts';
export { fireTriggerJob } from './jobs.ts';
export { noticeCourier } from './notice-courier.server.ts';
export { passOnNews } from './pass-on-news.server.ts';
