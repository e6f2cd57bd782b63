import type { z } from 'zod';
import type { LocalizedText } from '../localized.ts';
import type { Action } from '../policy.ts';
import type { RefusalCode } from '../problems/index.ts';
import type { Field, Fields } from './fields.ts';
import type { MatterParts, Situation } from './situation.ts';

export type { Fields } from './fields.ts';

/** A field as one form asks for it, where that differs from what the body says of it. */
export interface Asked<Name extends string> {
  readonly of: Name;
  readonly initial?: string | LocalizedText;
  readonly hint?: LocalizedText;
  readonly label?: LocalizedText;
  /** Of a choice, these alone. */
  readonly only?: readonly string[];
  /** Or when it is: by what the other fields hold. */
  readonly optional?: boolean | ((values: Readonly<Record<string, unknown>>) => boolean);
}

/** A button on the page of a matter, and the form that it opens. */
export interface ActionForm<Body extends Fields = Fields> {
  /** Stable: keys and tests name it. */
  readonly id: string;
  readonly title: LocalizedText;
  /** Beside role and reach. The server decides; this spares people a button that would be refused. */
  readonly offered: (situation: Situation) => boolean;
  /** @default the unit of the matter is that of the post */
  readonly reaches?: (situation: Situation) => boolean;
  /** What the form asks for, in this order. @default all fields of the body */
  readonly asks?: (matter: MatterParts) => readonly (NamesOf<Body> | Asked<NamesOf<Body>>)[];
  /** What the form sends without asking. */
  readonly sends?: (matter: MatterParts) => Partial<BodyOfFields<Body>>;
  /** Where it is called otherwise than by its title. */
  readonly label?: (situation: Pick<Situation, 'person' | 'matter'>) => LocalizedText | undefined;
  /** What comes of it, to be read before it is done. */
  readonly effect?: (matter: MatterParts) => LocalizedText | undefined;
  /** What cannot be undone is not sent by a key. */
  readonly deliberate?: true;
  /** Tied to nothing that was read: sent without a revision. */
  readonly loose?: true;
  /** Not what moves the matter on. */
  readonly minor?: true;
  /** Stands with the others of its group, below what moves the matter on. */
  readonly group?: 'correction';
}

type NamesOf<Body> = keyof Body & string;

type ValueOf<F> = F extends Field<infer Value> ? Value : never;
type AbsentOf<Body> = {
  [Name in keyof Body]: undefined extends ValueOf<Body[Name]> ? Name : never;
}[keyof Body];

/** The body of a command as the door hands it on. */
export type BodyOfFields<Body extends Fields> = {
  readonly [Name in Exclude<keyof Body, AbsentOf<Body>>]: ValueOf<Body[Name]>;
} & { readonly [Name in AbsentOf<Body>]?: Exclude<ValueOf<Body[Name]>, undefined> };

/** Fields where a form could ask for them; a shape, in `http`, for what is more; `null` for none. */
type Body = Fields | z.ZodType | null;

/** A command in one place: what clients, the door, the server and the console know of it. */
export interface CommandDefinition<B extends Body = Body, Code extends RefusalCode = RefusalCode> {
  /** Unique, e.g. `issue-decision`. */
  readonly name: string;
  /**
   * Posted to, e.g. `response/cases/:number/decision`: its first part is the service. It may name one
   * thing that there is, by the parameter.
   */
  readonly route: `${string}/${string}`;
  /** The right that it takes. */
  readonly action: Action;
  readonly summary: LocalizedText;
  /** @default 200; 201 where it adds something that has an address or a place of its own */
  readonly status?: 200 | 201;
  /** Only on what was read: refused without `If-Match`. */
  readonly ifMatch?: boolean;
  /** The refusals of its own, beside those that every command has. */
  readonly refusals: readonly Code[];
  readonly body: B;
  /** Only of a petition or a case, and of fields. */
  readonly forms?: readonly ActionForm<Extract<B, Fields>>[];
}

/** One that a page can ask for: a browser knows fields, and no shapes. */
export type PageCommand = CommandDefinition<Fields>;

export type BodyOf<D> = D extends CommandDefinition<infer B> ? BodyAs<B> : never;
type BodyAs<B> = B extends z.ZodType ? z.output<B> : B extends Fields ? BodyOfFields<B> : null;

export const defineCommand = <const B extends Body, const Code extends RefusalCode>(
  definition: CommandDefinition<B, Code>,
): CommandDefinition<B, Code> => definition;

export const serviceOf = ({ route }: Pick<CommandDefinition, 'route'>): string =>
  route.slice(0, route.indexOf('/'));
