import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run bench -- <name>`: one folder entry a benchmark; its last line is one JSON object, and it exits 0 only where every target is met. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const [name = '', ...args] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.bench.ts`);
if (!names.includes(name) || !existsSync(file)) {
  console.error(`Which benchmark? One of: ${names.join(', ')}.`);
  process.exit(2);
}
const { bench } = (await import(file)) as { bench(args: string[]): Promise<boolean> };
process.exit((await bench(args)) ? 0 : 1);
