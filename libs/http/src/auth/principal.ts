import type { Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';

/** A post held now, with what it lets its holder do. */
export interface ActingPost {
  readonly post: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  /** The person whose post is held as a deputy. */
  readonly deputyFor?: string;
}

/** Who someone is by the directory's own record, at one moment. */
export interface Principal {
  readonly person: string;
  readonly name: string;
  /** Those in force at that moment, the person's own before those held as a deputy. */
  readonly posts: readonly ActingPost[];
}

/**
 * Port to the record of who is who. A token proves `issuer` and `subject` only; posts and roles come
 * from here, from dated events of the directory. Also the token under which Nest finds it: a service
 * provides it in any of its modules.
 */
export abstract class PeopleOfRecord {
  /** @param at the moment whose rights count; `undefined` when nobody is known by that account */
  abstract find(issuer: string, subject: string, at: Date): Promise<Principal | undefined>;
}

/** What the guard found out about the one who asks. */
export interface Identity {
  readonly principal: Principal;
  readonly post: ActingPost;
  readonly actor: Actor;
}

export const actorOf = (person: string, post: ActingPost, role: Role): Actor => ({
  person,
  role,
  unit: post.unit,
  ...(post.deputyFor === undefined ? {} : { deputyFor: post.deputyFor }),
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route that is not public. */
    identity?: Identity;
  }
}
