export { answerTracking } from './answer-tracking.server.ts';
export { trackingLink } from './tracking-link.ts';
