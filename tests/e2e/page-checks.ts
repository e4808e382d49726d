import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';

// Remix writes this whenever a click leaves a page whose data is just being read; the router then throws that reading away.
const leftBehind = /^AbortError: BodyStreamBuffer was aborted\b/;

/** Collects what a page and the frames in it complain about in the console. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !leftBehind.test(message.text())) complaints.push(`${message.text()} (${message.location().url})`);
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
  const { violations, passes } = findings.parse(await frame.evaluate('axe.run(document, { iframes: false })'));
  expect(passes.length, 'rules that apply to this page').toBeGreaterThan(10);
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

/** Fails when axe finds anything at all in what is ours: of a storefront page, or of the app's document in the admin. */
export async function expectNothingFromAxe(page: Page | Frame, ours: 'main' | 'body' = 'main'): Promise<void> {
  await page.evaluate(axe.source);
  const { violations, passes } = findings.parse(await page.evaluate(`axe.run('${ours}', { iframes: false })`));
  expect(passes.length, 'rules that apply to this page').toBeGreaterThan(8);
  expect(violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

const findings = z.object({
  violations: z.array(z.object({ id: z.string(), impact: z.string().nullish(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
  passes: z.array(z.unknown()),
});

/** The document of the app inside the admin. */
export async function appDocument(page: Page): Promise<Frame> {
  const element = await page.getByTitle('Aftercare', { exact: true }).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The admin shows no app frame.');
  return frame;
}
