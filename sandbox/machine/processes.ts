import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dieWithParent } from './die-with-parent.ts';

export interface Program {
  name: string;
  /** Ends it politely, and outright after ten seconds. */
  stop(): Promise<void>;
  /** Ends it outright, as a crash would. */
  kill(): void;
  pid: number;
  /** Resolves with the exit code when it ends, for whatever reason. */
  ended: Promise<number>;
}

/** Starts one of our own programs; what it says goes to a file, and it ends when we end. */
export function startProgram(options: { name: string; args: string[]; env: Record<string, string>; log: string; cwd: string }): Program {
  const child = spawn(process.execPath, options.args, { cwd: options.cwd, env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(options.log, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  dieWithParent(child, 'SIGTERM');
  const ended = new Promise<number>((done) => child.once('exit', (code) => done(code ?? 1)));
  return { name: options.name, ended, pid: child.pid ?? 0, stop: () => stop(child, ended), kill: () => void child.kill('SIGKILL') };
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const patience = new AbortController();
  const late = sleep(10_000, 'late' as const, { signal: patience.signal }).catch(() => 'ended' as const);
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
  patience.abort();
  await ended;
}

/** Waits until an address answers 2xx; fails when the program ends first or patience runs out. */
export async function untilAnswers(url: string, program: Program, seconds: number, log: string): Promise<void> {
  let ended: number | null = null;
  void program.ended.then((code) => (ended = code));
  for (const started = Date.now(); Date.now() - started < seconds * 1000; await sleep(100)) {
    if (ended !== null) throw new Error(`${program.name} ended with code ${ended} while starting. Its log: ${log}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${program.name} did not answer at ${url} within ${seconds} s. Its log: ${log}`);
}
