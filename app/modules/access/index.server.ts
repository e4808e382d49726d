export { giftKey, orderKey, orderLink, orderOfGiftKey, orderOfKey, type KeyPurpose, type OrderKey } from './order-key.ts';
export { accessSetting, allows, proofs, type Access, type Asked, type Proof } from './proof.ts';
export { fullKeyLife, redeemCode } from './redeem-code.server.ts';
export { sendCode, type SentCode } from './send-code.server.ts';
