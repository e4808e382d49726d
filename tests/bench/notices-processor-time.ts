import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in `/proc`: 100 on every Linux that Node runs on. */
const ticks = 100;

/** Seconds of processor time that a process took until now, with its children where asked for (Postgres is one process a connection). */
export function processorTime(pid: number, { children = false } = {}): number {
  const own = usage(pid);
  if (!own) return 0;
  const alive = children ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => usage(Number(name)) ?? []).filter(({ parent }) => parent === pid) : [];
  return (own.self + (children ? own.gone : 0) + alive.reduce((sum, { self }) => sum + self, 0)) / ticks;
}

function usage(pid: number): { parent: number; self: number; gone: number } | null {
  try {
    // The name in parentheses may hold anything; what follows it are numbers.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ');
    const at = (field: number) => Number(fields[field - 3]);
    return { parent: at(4), self: at(14) + at(15), gone: at(16) + at(17) };
  } catch {
    return null;
  }
}
