import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Running {
  pid: number;
  parent: number;
  command: string;
}

/** Everything a process started, and what that started. */
export function descendantsOf(pid: number): Running[] {
  const all = running();
  const found: Running[] = [];
  for (const parents = [pid]; parents.length > 0; ) {
    const parent = parents.pop();
    const children = all.filter((one) => one.parent === parent);
    found.push(...children);
    parents.push(...children.map((one) => one.pid));
  }
  return found;
}

/** Those that still run, by what they were started as. */
export function stillRunning(some: readonly Running[]): string[] {
  const all = running();
  return some.filter(({ pid, command }) => all.some((one) => one.pid === pid && one.command === command)).map(({ pid, command }) => `${pid} ${command}`);
}

/** What runs on this machine, without those that ended and wait to be noticed. Bare Linux images have no `ps`. */
function running(): Running[] {
  if (process.platform !== 'linux') {
    const listed = execFileSync('ps', ['-axo', 'pid=,ppid=,stat=,command='], { encoding: 'utf8' });
    return [...listed.matchAll(/^\s*(\d+)\s+(\d+)\s+([^Z]\S*)\s+(.*)$/gm)].map(([, pid, parent, , command = '']) => ({ pid: Number(pid), parent: Number(parent), command }));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return []; // It ended while we looked.
      }
    });
}
