import type { NextStep } from '../next-step.ts';
import type { KeptPart } from './kept-request.server.ts';
import { requestStates, type RequestState } from './request.ts';

type Standing = Pick<KeptPart, 'chain' | 'returnId' | 'road'> & { mirrored: { status: string; next: NextStep; isPaidBack: boolean } | null };

const ends: ReadonlySet<RequestState> = new Set<RequestState>(['done', 'declined', 'cancelled', 'replaced', 'given_up']);
const steps: Record<NextStep, RequestState> = { decide: 'asked', send: 'send', arrive: 'travelling', inspect: 'arrived', settle: 'settling', close: 'settling', done: 'done' };

/** How one return of a request stands. */
export function partState({ road, returnId, mirrored, chain }: Standing, isWithdrawn: boolean): RequestState {
  if (chain === 'attention') return 'stuck';
  if (chain === 'running') return 'making';
  if (returnId === null) return isWithdrawn ? 'cancelled' : chain === null ? 'making' : 'given_up';
  if (!mirrored) return 'making';
  if (mirrored.status === 'canceled') return 'cancelled';
  if (mirrored.status === 'declined') return 'declined';
  if (isWithdrawn) return 'making';
  if (mirrored.next === 'close' && mirrored.isPaidBack) return 'refunded';
  const state = steps[mirrored.next];
  // What may be kept is not sent: its money is the shop's turn.
  return road === 'keep' && state === 'send' ? 'settling' : state;
}

/** How a request stands as a whole: as the return of it that is furthest behind, and where all have ended, as the best of them. One that a change took the place of is not merely cancelled. */
export function requestState(parts: readonly RequestState[], isReplaced: boolean): RequestState {
  const open = parts.filter((state) => !ends.has(state));
  const among = open.length > 0 ? open : parts;
  const found = requestStates.find((state) => among.includes(state)) ?? 'given_up';
  return found === 'cancelled' && isReplaced ? 'replaced' : found;
}
