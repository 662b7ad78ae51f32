/**
 * The milliseconds of processor time that work takes in this process. What waits for nobody is held to these and not to the clock:
 * on a busy machine it gets the processor for part of the time only.
 */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same of work that is awaited, with all that the process does meanwhile. */
export async function awaitedProcessorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
