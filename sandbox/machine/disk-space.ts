import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Refuses to go on where a folder's disk has less room than the work needs; says which, and how much. */
export function requireSpace(folder: string, megabytes: number): void {
  const free = Math.floor(freeMegabytes(folder));
  if (free < megabytes) throw new Error(`There is too little disk space: ${folder} needs ${megabytes} MB and has ${free} MB. Free some and start again.`);
}

/** What went wrong in words for whoever started us. A full disk is called by its name, whoever met it and whatever it led to. */
export function inWords(error: unknown, folders: readonly string[] = []): string {
  const said = error instanceof Error ? error.message : String(error);
  const full = folders.filter((folder) => freeMegabytes(folder) < 1);
  const met = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === '53100');
  if (full.length === 0 && !met && !/no space left on device|ENOSPC/i.test(said)) return said;
  return `The disk is full${full.length > 0 ? ` (${full.join(', ')})` : ''}. Free some space and start again.\n${said}`;
}

function freeMegabytes(folder: string): number {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  return (bavail * bsize) / 1024 ** 2;
}
