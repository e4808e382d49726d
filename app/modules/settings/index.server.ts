export { changeSetting } from './change-setting.server.ts';
export { orConflict } from './or-conflict.ts';
export { readSetting } from './read-setting.server.ts';
export { resetSetting } from './reset-setting.server.ts';
export { saveSender } from './save-sender.server.ts';
export { saveSetting, saveSettingPart, type SavedSetting } from './save-setting.server.ts';
export { senderSchema, senderSetting, setupSetting, type Current, type Sender, type Setting, type Setup } from './setting.ts';
