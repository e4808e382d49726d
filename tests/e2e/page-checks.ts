import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Collects what a page and the frames in it complain about in the console. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Fails when a page or frame can be scrolled sideways, naming what sticks out. */
export async function expectNoSideScroll(frame: Page | Frame): Promise<void> {
  const found = await frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    return { wider: scrollWidth - clientWidth, elements: wide.slice(-3).map((element) => element.outerHTML.slice(0, 120)) };
  });
  expect(found.wider, `wider than its window: ${found.elements.join('\\n')}`).toBeLessThanOrEqual(0);
}

/** Fails when axe finds something serious or critical in a page or frame. */
export async function expectAccessible(frame: Page | Frame): Promise<void> {
  await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, { iframes: false, resultTypes: ['violations'] });
    return found.map(({ id, impact, help, nodes }) => ({ impact, what: `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}` }));
  });
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ what }) => what)).toEqual([]);
}

/** The document of the app inside the admin. */
export async function appDocument(page: Page): Promise<Frame> {
  const element = await page.getByTitle('Aftercare', { exact: true }).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The admin shows no app frame.');
  return frame;
}
