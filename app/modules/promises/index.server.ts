export type { Backtest } from './backtest.ts';
export { disruptionsSetting, type Disruption } from './disruptions.ts';
export { forgetTransits } from './forget-transits.server.ts';
export { holidayRegions, isPublicHoliday } from './holidays.ts';
export { learnLanesJob } from './jobs.ts';
export type { PromiseKnowledge } from './knowledge.ts';
export { laneOfName, type Lane, type LaneName } from './lane.ts';
export { latestOrderDay } from './latest-order-day.ts';
export { latestBacktest } from './latest-backtest.server.ts';
export { learnLanes } from './learn-lanes.server.ts';
export { loadKnowledge } from './load-knowledge.server.ts';
export { passedPromise, promiseFor } from './promise-for.ts';
export type { Day, Journey, Promise, PromiseSource } from './promise.ts';
export { recordTransits } from './record-transits.server.ts';
export { promiseRulesSetting, type PromiseRules } from './rules.ts';
export { silenceLimit, type SilenceLimit } from './silence-limit.ts';
export type { TransitSample } from './transit-sample.ts';

// What the troubles of parcels are reckoned by (app/modules/parcels/trouble/surroundings-of.ts).
export { dayOfNumber, numberOfDay } from './calendar-day.ts';
export { destinationZone } from './destination-zone.ts';
export { leavingDays } from './rule-estimate.ts';
