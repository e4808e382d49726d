export { answerTracking, type OrderLookUps } from './answer-tracking.server.ts';
export { trackingLink } from './tracking-link.ts';
