export { forgetDrafts } from './forget-drafts.server.ts';
export { createPortalDoor } from './portal-door.server.ts';
