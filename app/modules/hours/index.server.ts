export { isOpenAt, openFrom, type OpenHours } from './business-hours.ts';
export { hoursSetting, type BusinessHours } from './hours-setting.ts';
export { hoursView, type HoursView } from './hours-view.server.ts';
export { readHours } from './read-hours.server.ts';
