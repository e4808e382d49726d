import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Reports how long our source files are, and fails where one has grown past the limit. */
const limit = 300;
const rooms = ['app', 'sandbox', 'extensions', 'prisma', 'tests'];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...rooms], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(tsx?|mjs|js)$/.test(file) && !file.includes('.generated.'))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
  .sort((left, right) => left.lines - right.lines);

for (const room of rooms) {
  const sizes = files.filter(({ file }) => file.startsWith(`${room}/`)).map(({ lines }) => lines);
  if (sizes.length === 0) continue;
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))];
  console.log(`${room.padEnd(10)} ${String(sizes.length).padStart(4)} files   median ${at(0.5)}   90th percentile ${at(0.9)}   longest ${sizes.at(-1)}`);
}

const tooLong = files.filter(({ lines }) => lines > limit);
for (const { file, lines } of tooLong) console.error(`${file} has ${lines} lines; ${limit} is the limit.`);
process.exit(tooLong.length > 0 ? 1 : 0);
