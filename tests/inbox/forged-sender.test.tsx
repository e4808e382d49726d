import { describe, expect, it } from 'vitest';
import { Beside } from '#app/modules/inbox/beside/ui/beside.tsx';
import { Warnings } from '#app/modules/inbox/deeds/ui/deed-parts.tsx';
import type { BesideView } from '#app/modules/inbox/index.server.ts';
import { besideParts } from '#app/wiring/beside-parts.tsx';
import { render, textOf } from '../admin-ui/stage.tsx';
import { shownBeside, shownOrder } from './shown-beside.ts';

describe('where somebody may speak under another’s name', () => {
  const warned = (verified: BesideView['verified']) => textOf(render({ children: <Warnings order={shownOrder} verified={verified} /> }));

  it('the dialogs of an order say so before money or goods go anywhere, and why', () => {
    expect(warned('no')).toContain('The check of the sender failed');
    expect(warned('unknown')).toContain('The last message came without proof of who sent it');
    expect(warned('typed')).toContain('typed this address into the contact form');
    expect([warned('yes'), warned(null)].join('')).not.toMatch(/sender/);
  });

  it('a mark stands beside the person', () => {
    const beside = (verified: BesideView['verified']) => render({ children: <Beside view={{ ...shownBeside, verified }} parts={besideParts} /> });
    expect(beside('unknown')).toMatch(/Badge[^"]*toneAttention[^>]*>(?:<[^>]+>)*[^<]*(?:<[^>]+>)*Not certain that it is them/);
    expect(textOf(beside('typed'))).toContain('They typed their address into the contact form themselves');
    expect(textOf(beside('typed'))).not.toContain('mail server');
    expect(textOf(beside('yes'))).not.toContain('Not certain');
  });
});
