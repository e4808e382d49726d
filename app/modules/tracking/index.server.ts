export { answerTracking } from './answer-tracking.server.ts';
export { orderState, waitingLines } from './order-state.ts';
export { expectationOf, parcelState } from './parcel-state.ts';
export { readStatus, trackingWords, type TrackingWords } from './words.ts';
