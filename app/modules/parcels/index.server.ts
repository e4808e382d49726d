export { foldScans, type Standing } from './fold-scans.ts';
export { mergeScans } from './merge-scans.ts';
export { parcelStories } from './parcel-stories.server.ts';
export { parcelNewsJob, type ParcelNews } from './trouble/news.ts';
export type { ParcelStory } from './views.ts';
