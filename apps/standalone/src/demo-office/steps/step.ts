import type { BodyOf, CommandDefinition, MatterParts } from '@minh-bach/contracts';
import type { Reaction } from '../hearing.ts';

/** What is known when a step is taken. */
export interface Moment {
  /** ISO date of the step. */
  readonly today: string;
  /** The person who does it; now and then a deputy. */
  readonly by: string;
  /** The working day so many before. */
  readonly before: (workingDays: number) => string;
  /** Of another matter of the demo, by its id. */
  readonly numberOf: (id: string) => string;
  /** The pages of the services that have the matter, as the people who act in it read them. */
  readonly pages: MatterParts;
}

/** One command, and how its effect shows. */
export interface Step {
  /** Unique in the matter: the key of the command is made from it. */
  readonly name: string;
  readonly command: CommandDefinition;
  readonly by: string;
  /** The post held as a deputy, where it is one. */
  readonly post?: string;
  /** Working days since the step before. */
  readonly wait: number;
  readonly body: (moment: Moment) => unknown;
  /** What other services note of it, a little later: nobody goes on before. */
  readonly heard: readonly Reaction[];
}

/** @param body checked by the command's own shape */
export const step = <const D extends CommandDefinition>(
  command: D,
  rest: Omit<Step, 'command' | 'name' | 'body' | 'heard'> & {
    readonly name?: string;
    readonly body: (moment: Moment) => BodyOf<D>;
    readonly heard?: Step['heard'];
  },
): Step => ({ name: command.name, heard: [], ...rest, command });
