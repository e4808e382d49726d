export { homeOverview } from './home-overview.server.ts';
export { markSetup } from './mark-setup.server.ts';
export type { HomeOverview } from './views.ts';
