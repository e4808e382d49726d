export { isOpenAt, openFrom } from './business-hours.ts';
export { hoursSetting, type BusinessHours } from './hours-setting.ts';
export { hoursView, type HoursView } from './hours-view.server.ts';
export type { OpenHours } from './open-spans.ts';
export { addOpenTime, openTimeBetween } from './open-time.ts';
export { readHours } from './read-hours.server.ts';
