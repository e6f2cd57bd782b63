import { SERVICES, SERVICE_NAMES, type ServiceName } from '@minh-bach/contracts';

/** A process that runs apart, and what it may hold. */
export interface Process {
  readonly name: ServiceName | 'gateway';
  readonly commands: boolean;
  readonly seals: boolean;
  readonly files: boolean;
}

export const PROCESSES: readonly Process[] = [
  { name: 'gateway', commands: false, seals: false, files: false },
  ...SERVICE_NAMES.map((name) => {
    const { seals, files } = SERVICES[name];
    return { name, commands: true, seals, files };
  }),
];

/** The database account of a process. `log.append` knows by it whose streams it may write. */
export const accountOf = (process: Pick<Process, 'name'>): string => `minhbach_${process.name}`;

/** Services that seal hold the key of the vault; the others could open nothing if they tried. */
export const sealsIn = (name: string): boolean =>
  PROCESSES.some((process) => process.name === name && process.seals);
