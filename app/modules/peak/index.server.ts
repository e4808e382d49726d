export { actOnPeak } from './act-on-peak.server.ts';
export { readPeakNote } from './read-note.server.ts';
export { peakPlan } from './peak-plan.server.ts';
export { peakBanner, readPeakBanner } from './read-banner.server.tsx';
