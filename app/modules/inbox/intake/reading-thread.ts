import { parentPort } from 'node:worker_threads';
import { incomingMail } from './incoming-mail.ts';

// Reads one mail after the other, apart from the process that keeps them: where reading fails or takes too long, this thread is ended, and nothing else.

parentPort?.on('message', (bytes: Uint8Array) => {
  parentPort?.postMessage(incomingMail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
});

parentPort?.postMessage('ready');
