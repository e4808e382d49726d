import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Makes a child end when this process ends, however it ends: a small watcher holds the other end of a pipe,
 * and the pipe closes even when we are killed outright.
 */
export function dieWithParent(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  const watch = `process.stdin.resume().on('end', () => { try { process.kill(${child.pid}, '${signal}') } catch {} process.exit() })`;
  const watcher = spawn(process.execPath, ['-e', watch], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watcher.unref();
  const pipe = watcher.stdin as (NodeJS.WritableStream & { unref?: () => void }) | null;
  pipe?.unref?.();
  child.once('exit', () => watcher.kill());
}
