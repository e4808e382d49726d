export { checkSms, checkText, checkWords } from './check-words.ts';
export { inOwnWords } from './in-own-words.server.ts';
export type { OwnWords, SmsWords, WordProblem } from './own-words.ts';
export { renderSms, renderText, renderWords } from './render-words.ts';
export { saveWords } from './save-words.server.ts';
export type { Values } from './values.ts';
export type { WordChannel } from './word-parts.ts';
export { currentSms, currentWords, mailVersions, noteFailure, ownLanguages, smsVersions, type Place, type WordsVersion } from './words-store.server.ts';
export { shownWords, type WordedMail } from './worded-mail.ts';
