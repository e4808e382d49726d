import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { explainLine } from './explain-line.ts';

// `npm run -s tracking:explain`: a line of JSON in, a line of JSON out, in order, as they come.

// Whoever reads may stop early (`| head`); that is no failure of ours.
process.stdout.on('error', () => process.exit(0));

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!process.stdout.write(`${JSON.stringify(explainLine(line.replace(/^\uFEFF/, '')))}\n`)) await once(process.stdout, 'drain');
}
