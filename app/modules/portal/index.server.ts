export { forgetDrafts } from './forget-drafts.server.ts';
export { giftSetting } from './gift-setting.ts';
export { createPortalDoor } from './portal-door.server.ts';
export { waysFor } from './ways-to-go.server.ts';
