interface Found {
  /** What this browser kept and the server may never have got. */
  here: string;
  /** What the server keeps. */
  there: string;
  /** What the reader said in the conversation. */
  said: readonly string[];
}

/** What somebody goes on writing with: nothing that was typed is missing, nothing that was sent comes back. What was written elsewhere since is told as it is saved. */
export function restoredWords({ here, there, said }: Found): string {
  return said.some((text) => text.trim() === here.trim()) || there.includes(here) ? there : here;
}
