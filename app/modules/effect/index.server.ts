export { actOnHoldOut } from './act-on-hold-out.server.ts';
export { effectReport, latestEffect } from './effect-report.server.ts';
export { enrolmentsAsCsv } from './enrolments-as-csv.server.ts';
export { isHeldOut } from './is-held-out.server.ts';
export { watchHoldOut } from './watch-hold-out.server.ts';
