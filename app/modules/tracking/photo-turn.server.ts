import { ExpectedError } from '#app/kernel/errors.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import { createSlots } from './slots.ts';

/** A visitor's turn to send photos. */
export interface PhotoTurn {
  /** Whether photos may come now: counted by visitor, and never while as many are being read as this process has room for. */
  take(): Promise<boolean>;
  /** Makes room for the next; to be called once nothing holds the photos any more. */
  end(): void;
}

/** Forms with photos that this process has in hand at once: each may hold 50 MB, and as much again while a photo is encoded. */
const inHand = createSlots(3, 0);
/** Of these, those of one visitor: who sends slowly keeps a place for others free. */
const ofVisitor = createSlots(2, 0);

/** Who sends photos takes a turn before the first byte of one is kept. What cannot be counted is not read. */
export function photoTurn(limits: Limits, visitor: string): PhotoTurn {
  const held: (() => void)[] = [];
  const end = () => held.splice(0).forEach((leave) => leave());
  const enter = async () => {
    for (const [slots, key] of [[ofVisitor, visitor], [inHand, 'photos']] as const) {
      const leave = await slots.enter(key);
      if (leave === null) return false;
      held.push(leave);
    }
    return (await limits.take('problem-form', visitor).catch(uncounted)).allowed;
  };
  const take = async () => {
    const mayCome = await enter();
    if (!mayCome) end();
    return mayCome;
  };
  return { take, end };
}

function uncounted(error: unknown): { allowed: false } {
  if (error instanceof ExpectedError && error.status === 503) return { allowed: false };
  throw error;
}
