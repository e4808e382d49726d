import sparticuz from '@sparticuz/chromium';
import { existsSync } from 'node:fs';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Where a real browser is: the one from npm on Linux x64, which is unpacked on first use, an installed Chrome elsewhere. */
export async function browserPath(): Promise<string | undefined> {
  const fromNpm = process.platform === 'linux' && process.arch === 'x64';
  return fromNpm ? sparticuz.executablePath() : installed.find((path) => existsSync(path));
}
