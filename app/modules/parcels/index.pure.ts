// The part of the room that needs neither database nor pages: what a command without the server may load.
export { foldScans } from './fold-scans.ts';
export { isAnswerProvider, readSourceAnswer } from './sources/read-source-answer.ts';
