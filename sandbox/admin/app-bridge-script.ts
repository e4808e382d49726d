import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./app-bridge/', import.meta.url));
let script: string | null = null;

/** The App Bridge stand-in as one script: the files of `app-bridge/` in the order of their names. */
export function appBridgeScript(): string {
  script ??= readdirSync(folder)
    .sort()
    .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
    .join('\n');
  return script;
}
