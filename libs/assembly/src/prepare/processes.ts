/** The processes that run apart, and what each may hold. */
export const PROCESSES = [
  { name: 'gateway', commands: false, seals: false, files: false },
  { name: 'directory', commands: true, seals: false, files: false },
  { name: 'intake', commands: true, seals: true, files: true },
  { name: 'triage', commands: true, seals: true, files: false },
  { name: 'investigation', commands: true, seals: true, files: false },
  { name: 'response', commands: true, seals: true, files: false },
] as const;

export type Process = (typeof PROCESSES)[number];

/** The database account of a process. `log.append` knows by it whose streams it may write. */
export const accountOf = (process: Pick<Process, 'name'>): string => `minhbach_${process.name}`;

/** Services that seal hold the key of the vault; the others could open nothing if they tried. */
export const sealsIn = (name: string): boolean =>
  PROCESSES.some((process) => process.name === name && process.seals);
