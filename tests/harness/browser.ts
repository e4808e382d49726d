import sparticuz from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** A real browser: the one from npm on Linux x64, an installed Chrome elsewhere. */
export async function launchBrowser(): Promise<Browser> {
  const fromNpm = process.platform === 'linux' && process.arch === 'x64';
  const executablePath = fromNpm ? await sparticuz.executablePath() : installed.find((path) => existsSync(path));
  if (!executablePath) throw new Error('No browser found: install Chrome or Chromium.');
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, args: fromNpm ? [...sparticuz.args, ...args] : args });
}

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };
