/** A storm may never end: in a busy shop something always changes. */
const longest = 5_000;

/**
 * Does something once for many wishes that come at once: when there was none for `settle` milliseconds, and a few seconds after the first where they
 * never stop.
 */
export function settling(settle: number, work: () => void): { wish(): void; cancel(): void } {
  let soon: ReturnType<typeof setTimeout> | undefined;
  let last: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(soon);
    clearTimeout(last);
    last = undefined;
  };
  const run = () => {
    cancel();
    work();
  };
  return {
    wish() {
      clearTimeout(soon);
      soon = setTimeout(run, settle);
      last ??= setTimeout(run, longest);
    },
    cancel,
  };
}
