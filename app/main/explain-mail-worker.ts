import { parentPort } from 'node:worker_threads';
import { readMail } from '#app/modules/inbox/index.pure.ts';
import { mailLine } from './mail-line.ts';

// Reads one mail after the other for `mail:explain`, where it can be ended when one takes too long.

parentPort?.on('message', ({ file, bytes }: { file: string; bytes: Uint8Array }) => {
  parentPort?.postMessage(mailLine(file, readMail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))));
});

parentPort?.postMessage('ready');
