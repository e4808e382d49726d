import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';

/** A place in the page where the tests of a file show screens; what is shown leaves after each, before whatever hooks stand above this are undone. */
export function mounted() {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.body.appendChild(document.createElement('div'));
  let root: Root | null = null;
  const render = (screen: ReactNode) =>
    act(async () => {
      root ??= createRoot(place);
      root.render(screen);
    });
  const unmount = async () => {
    await act(async () => root?.unmount());
    root = null;
  };
  afterEach(unmount);
  return { place, render, unmount };
}

/** Lets what was begun come to its end. A form is answered some turns later; they are counted in turns, for a busy machine takes its time over each. */
export const settled = () =>
  act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setTimeout(done, 0));
  });
