import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickAgent, type Candidate } from '#app/modules/inbox/teams/pick-agent.ts';

const candidate = fc.record({ staffId: fc.stringMatching(/^[1-9]\d{3}$/), isAway: fc.boolean(), open: fc.nat(10), mostOpen: fc.option(fc.integer({ min: 1, max: 10 })) });
const members = fc.uniqueArray(candidate, { maxLength: 6, selector: ({ staffId }) => staffId });
const canTake = ({ isAway, open, mostOpen }: Candidate) => !isAway && (mostOpen === null || open < mostOpen);
const here = (staffId: string, open = 0): Candidate => ({ staffId, isAway: false, open, mostOpen: null });

describe('a ticket that is given by itself', () => {
  it('goes to somebody who is there and has room, wherever there is one', () => {
    fc.assert(fc.property(members, fc.constantFrom('in_turn', 'least_busy'), fc.option(fc.stringMatching(/^[1-9]\d{3}$/)), (team, assigns, lastGivenTo) => {
      const to = pickAgent(team, { assigns, lastGivenTo });
      const free = team.filter(canTake);
      expect(to === null).toBe(free.length === 0);
      if (to !== null) expect(free.map(({ staffId }) => staffId)).toContain(to);
    }));
  });

  it('goes to whoever has the fewest where the team says so', () => {
    fc.assert(fc.property(members, (team) => {
      const to = pickAgent(team, { assigns: 'least_busy', lastGivenTo: null });
      const free = team.filter(canTake);
      if (to !== null) expect(team.find(({ staffId }) => staffId === to)?.open).toBe(Math.min(...free.map(({ open }) => open)));
    }));
  });

  it('goes round in turn, so that each has as many as any other', () => {
    const team = ['1', '2', '3'].map((staffId) => here(staffId));
    let lastGivenTo: string | null = null;
    const given = Array.from({ length: 7 }, () => (lastGivenTo = pickAgent(team, { assigns: 'in_turn', lastGivenTo })));
    expect(given).toEqual(['1', '2', '3', '1', '2', '3', '1']);
  });

  it('goes on with the next where the one who had the last has left', () => {
    expect(pickAgent([here('1'), here('3')], { assigns: 'in_turn', lastGivenTo: '2' })).toBe('3');
  });

  it('goes to nobody in a team that gives them by hand', () => {
    expect(pickAgent([here('1')], { assigns: 'by_hand', lastGivenTo: null })).toBeNull();
  });
});
