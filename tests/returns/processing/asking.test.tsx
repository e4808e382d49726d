// @vitest-environment jsdom
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { RefundPage } from '#app/modules/returns/ui/processing/refund-page.tsx';
import { mounted } from '../../admin-ui/mounted.ts';
import { Stage } from '../../admin-ui/stage.tsx';
import { refundView } from './screens.ts';

// Polaris asks while it is imported; this browser has no such question.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), scrollTo: () => undefined }));

const { render } = mounted();

/** What this stage answers to whatever is sent. */
const sent = 'The same is being done for this return right now';
const buttons = (name: string) => [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === name);

it('money leaves only after it was asked for once more, with the amount', async () => {
  await render(<Stage path="/app/returns/81/refund" answer={{ is: 'busy' }}><RefundPage {...refundView} actKey="k" /></Stage>);
  await act(async () => buttons('Give back $32.40')[0]?.click());
  const dialog = () => document.querySelector('[role="dialog"]');
  expect(dialog()?.textContent).toContain('Give back $32.40?');
  expect(document.body.textContent).not.toContain(sent);
  await act(async () => [...(dialog()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === 'Give back $32.40')?.click());
  await vi.waitFor(() => expect(document.body.textContent).toContain(sent), { timeout: 10_000 });
});
