export { forgetDrafts } from './forget-drafts.server.ts';
export { giftSetting } from './gift-setting.ts';
export { createPortalDoor } from './portal-door.server.ts';
