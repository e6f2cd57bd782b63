import type { HeldPost, Matter, People, Role, Service, Units } from '../../api/types.ts';
import type { Field } from '../../forms/fields.ts';
import type { Label, Say } from '../../i18n/language.tsx';

/** Who looks at what. */
export interface Situation {
  readonly person: string;
  readonly post: HeldPost;
  readonly matter: Matter;
}

/** What a form needs to offer choices. */
export interface Choices {
  readonly say: Say;
  readonly name: (both: { readonly vi: string; readonly en: string }) => string;
  readonly units: Units['items'];
  readonly people: People['items'];
}

/** Something a person may do in a matter, as data: when, where to, with which fields. */
export interface Action {
  readonly id: string;
  readonly title: Label;
  readonly service: Service;
  /** As the policy table has it; a spec compares the two. */
  readonly policy: string;
  readonly roles: readonly Role[];
  /** Where it is not the unit of the matter alone that does it. */
  readonly reaches?: (situation: Situation) => boolean;
  /** Beside role and unit. */
  readonly when: (situation: Situation) => boolean;
  readonly path: (matter: Matter) => string;
  readonly fields: (matter: Matter, choices: Choices) => readonly Field[];
  readonly toBody?: (body: Record<string, unknown>, matter: Matter) => unknown;
  /** Where it is called otherwise than its id is. */
  readonly label?: (situation: Pick<Situation, 'person' | 'matter'>) => Label | undefined;
  /** What comes of it, to be read before it is done. */
  readonly effect?: (matter: Matter) => Label | undefined;
  /** The role of the people that the form lets choose from. */
  readonly people?: Role;
  /** Not by Ctrl+Enter: what cannot be undone takes its button. */
  readonly deliberate?: true;
  /** A note is tied to nothing that was read. */
  readonly loose?: true;
  /** Not what moves the matter on. */
  readonly minor?: true;
  readonly group?: 'correction';
}

export const labelOf = (
  { title, label }: Action,
  situation: Pick<Situation, 'person' | 'matter'>,
): Label => label?.(situation) ?? title;
