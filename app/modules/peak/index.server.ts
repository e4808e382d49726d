export { actOnPeak } from './act-on-peak.server.ts';
export { publishPeak } from './publish-peak.server.ts';
export { readPeakNote } from './read-note.server.ts';
export { reviewsOffUntil } from './reviews-off-until.server.ts';
export { announcementStillTrue } from './announcement/announcement-still-true.server.ts';
export { announcePeak } from './announcement/announce-peak.server.ts';
export { announcePeakJob, publishPeakJob } from './jobs.ts';
export { peakPlan } from './peak-plan.server.ts';
export { peakBanner, readPeakBanner } from './read-banner.server.tsx';
