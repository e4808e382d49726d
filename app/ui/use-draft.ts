import { useState } from 'react';

/** A stored value and the version it had. */
interface Stored<Value> {
  value: Value;
  version: number;
}

export interface Draft<Value> {
  value: Value;
  /** The version the draft was begun on: what a save must state. */
  version: number;
  dirty: boolean;
  change(part: Partial<Value>): void;
  /** Back to what is stored. */
  discard(): void;
  /** What was saved is what is stored from now on. */
  saved(stored: Stored<Value>): void;
}

/**
 * What a person is changing. A newer stored value is taken over at once while nothing is changed, and never while
 * something is: then the save states the old version, and the server can tell that somebody was faster.
 */
export function useDraft<Value extends object>(stored: Stored<Value>): Draft<Value> {
  const [base, setBase] = useState(stored);
  const [value, setValue] = useState(stored.value);
  const dirty = value !== base.value && JSON.stringify(value) !== JSON.stringify(base.value);
  const adopt = (next: Stored<Value>) => {
    setBase(next);
    setValue(next.value);
  };
  if (!dirty && stored.version > base.version) adopt(stored);
  return {
    value,
    version: base.version,
    dirty,
    change: (part) => setValue((known) => ({ ...known, ...part })),
    discard: () => adopt(stored.version > base.version ? stored : base),
    saved: adopt,
  };
}
