/** Lets so many through at once for each key; the next wait their turn. */
export interface Slots {
  /** Gives what gives the place back, or null where too many wait already. */
  enter(key: string): Promise<(() => void) | null>;
}

export function createSlots(atOnce: number, waiting: number): Slots {
  const busy = new Map<string, { inside: number; queue: (() => void)[] }>();
  const leave = (key: string) => () => {
    const held = busy.get(key);
    const next = held?.queue.shift();
    if (next) next();
    else if (held && (held.inside -= 1) === 0) busy.delete(key);
  };
  return {
    async enter(key) {
      const held = busy.get(key) ?? { inside: 0, queue: [] };
      busy.set(key, held);
      if (held.inside < atOnce) {
        held.inside += 1;
        return leave(key);
      }
      if (held.queue.length >= waiting) return null;
      await new Promise<void>((turn) => held.queue.push(turn));
      return leave(key);
    },
  };
}
