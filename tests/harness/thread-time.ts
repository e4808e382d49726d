/** Milliseconds that this thread has worked so far; those in which the machine worked for others are not among them. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
