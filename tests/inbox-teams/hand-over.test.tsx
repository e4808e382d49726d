// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { TeamChoices } from '#app/modules/inbox/teams/team-choices.server.ts';
import { HandOver } from '#app/modules/inbox/teams/ui/hand-over.tsx';
import { mounted } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';

// Polaris asks for it; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }) }));

const warehouse: TeamChoices['teams'][number] = { id: '11111111-1111-4111-8111-111111111111', name: 'Warehouse', kind: 'warehouse', assigns: 'in_turn', members: ['702'] };
const { place, render, unmount } = mounted();
const show = (teams: TeamChoices['teams'], locale: 'en' | 'zh-CN' = 'en') => render(<Stage locale={locale} path="/app/inbox/7"><HandOver ticketId={7} choices={{ teams, names: { '702': 'Mia Agent' } }} /></Stage>);

describe('handing a ticket over', () => {
  it('is offered where there are teams, and else the way to make some', async () => {
    await show([warehouse]);
    for (const words of ['Hand over', 'Escalate']) expect(place.textContent).toContain(words);
    await show([]);
    expect(place.innerHTML).toContain('href="/app/settings/teams"');
    await show([], 'zh-CN');
    expect(place.textContent).toContain('创建团队');
  });

  it('promises nobody who is found where a team’s tickets are given by hand', async () => {
    const offered = async (assigns: typeof warehouse.assigns) => {
      await show([{ ...warehouse, assigns }]);
      await act(async () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === 'Hand over')?.click());
      const said = [...place.querySelectorAll('option')].map(({ textContent }) => textContent);
      await unmount();
      return said;
    };
    expect(await offered('in_turn')).toEqual(['Warehouse', 'Whom the team finds', 'Mia Agent']);
    expect(await offered('by_hand')).toEqual(['Warehouse', 'Anybody of the team: whoever takes it', 'Mia Agent']);
  });
});
