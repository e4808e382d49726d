import { describe, expect, it } from 'vitest';
import { HandOver } from '#app/modules/inbox/teams/ui/hand-over.tsx';
import { render } from '../admin-ui/stage.tsx';

const warehouse = { id: '11111111-1111-4111-8111-111111111111', name: 'Warehouse', kind: 'warehouse' as const, members: ['702'] };
const shown = (teams: (typeof warehouse)[], locale: 'en' | 'zh-CN' = 'en') => render({ locale, path: '/app/inbox/7', children: <HandOver ticketId={7} choices={{ teams, names: { '702': 'Mia Agent' } }} /> });

describe('handing a ticket over', () => {
  it('is offered where there are teams, and else the way to make some', () => {
    for (const words of ['Hand over', 'Escalate']) expect(shown([warehouse])).toContain(words);
    expect(shown([])).toContain('href="/app/settings/teams"');
    expect(shown([], 'zh-CN')).toContain('创建团队');
  });
});
