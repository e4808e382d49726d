// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { keptHere } from '#app/modules/inbox/ticket-page/ui/kept-here.ts';

const known = ['Dear'];
const mias = { shop: 'river-and-oak.myshopify.com', staffId: '1', ticketId: 7 };

beforeEach(() => localStorage.clear());

it('what one person typed is nobody else’s in the same browser, nor in another conversation or shop', () => {
  keptHere(mias).put('reply', 'Dear Ada', known);
  expect(keptHere(mias).get('reply')).toEqual({ text: 'Dear Ada', known });
  for (const other of [{ staffId: '2' }, { staffId: null }, { ticketId: 8 }, { shop: 'quill.myshopify.com' }]) expect(keptHere({ ...mias, ...other }).get('reply')).toBeNull();
  expect(keptHere(mias).get('note')).toBeNull();
});

it('is forgotten once the server has it, and not where more was typed since', () => {
  const here = keptHere(mias);
  here.put('reply', 'Dear Ada,', known);
  here.drop('reply', 'Dear Ada');
  expect(here.get('reply')?.text).toBe('Dear Ada,');
  here.drop('reply', 'Dear Ada,');
  expect(here.get('reply')).toBeNull();
});
