import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { render } from 'preact';
import { vi } from 'vitest';
import { z } from 'zod';

const texts = z.record(z.string(), z.unknown());

/** What a reader sees: the words on the page and those that elements carry as attributes. */
export function onScreen(): string {
  const carried = [...document.querySelectorAll('*')].flatMap((element) => ['heading', 'subheading', 'accessibilitylabel', 'accessibilityLabel'].map((name) => element.getAttribute(name) ?? ''));
  return [...carried, document.body.textContent ?? ''].filter(Boolean).join('\n');
}

/** The addresses that the page leads to. */
export function leadsTo(): string[] {
  return [...document.querySelectorAll('[href]')].map((element) => element.getAttribute('href') ?? '');
}

/** Takes the extension off the page, with all that it knew. */
export async function leave(extension: { tearDown(): void }): Promise<void> {
  render(null, document.body);
  extension.tearDown();
  // Preact keeps something to do for the next frame, and after the last test there is no browser left to do it in.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}

/** Waits for something to be on screen; says what was there instead. */
export async function untilShown(text: string): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (onScreen().includes(text)) return;
    await sleep(10);
  }
  throw new Error(`"${text}" was never shown, but:\n${onScreen()}`);
}

/** Translates as Shopify does from an extension's own file of a language, refusing a key that is not there. */
export function translator(extension: string, file: string): (key: string, values?: Record<string, unknown>) => string {
  const words = texts.parse(JSON.parse(readFileSync(`extensions/${extension}/locales/${file}.json`, 'utf8')));
  return (key, values = {}) => {
    const found = key.split('.').reduce<unknown>((part, name) => texts.parse(part)[name], words);
    if (typeof found !== 'string') throw new Error(`${extension} has no text ${key} in ${file}.`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  };
}

/** The app's end of the line: answers JSON with a status. */
export function answering(body: unknown, status = 200) {
  return vi.fn<typeof fetch>(async () => Response.json(body, { status }));
}
