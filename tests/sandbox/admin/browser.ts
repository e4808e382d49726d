import pack from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

// What the pack turns off for speed in one-shot functions would hide here what a merchant's browser refuses.
const LAX = ['--single-process', '--no-zygote', '--disable-web-security', '--disable-site-isolation-trials', '--allow-running-insecure-content'];

/** Headless Chromium with a browser's usual strictness. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await pack.executablePath(), args: [...pack.args.filter((flag) => !LAX.includes(flag)), '--no-sandbox'] });
}
