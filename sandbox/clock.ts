import type { SandboxClock } from './contract.ts';

/** A clock that ticks with the machine's and can be set to another time. */
export function createClock(): SandboxClock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    travelTo(at) {
      offset = at.getTime() - Date.now();
    },
    returnToPresent() {
      offset = 0;
    },
  };
}
