export { answerLogo } from './answer-logo.server.ts';
export { brandOf, plainBrand, type Brand } from './brand.ts';
export { brandSetting, type BrandSettings } from './brand-setting.ts';
export { brandView } from './brand-view.server.ts';
export { changeBrand } from './change-brand.server.ts';
export { MailFrame } from './mail/mail-frame.tsx';
export { mailLook, type MailLook } from './mail/mail-look.ts';
export { plainFoot } from './mail/plain-foot.ts';
export { readBrand } from './read-brand.server.ts';
