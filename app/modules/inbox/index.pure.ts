export { readMail } from './reading/read-mail.ts';
export type { ReadMail } from './reading/read-mail.ts';
export { readMailHead } from './reading/read-mail-head.ts';
