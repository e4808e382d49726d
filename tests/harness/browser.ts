import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { browserPath } from './browser-path.ts';

/** A real browser. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await browserPath();
  if (!executablePath) throw new Error('No browser found: install Chrome or Chromium.');
  // The package's own list switches web security off and runs everything in one process; a shop's visitors do neither.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, args, headless: true });
}

/** A visitor with a window of that size. Shopify's SDK turns away browsers that say they are headless. */
export function visitor(browser: Browser, viewport: { width: number; height: number }, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version()} Safari/537.36`;
  return browser.newContext({ viewport, userAgent, locale: 'en-US', ...options });
}

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };
