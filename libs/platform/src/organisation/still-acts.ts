import { roleFor, type Acting, type Action } from '@minh-bach/contracts';
import type { Organisation } from './organisation.ts';

interface Service {
  readonly organisation: Pick<Organisation, 'postsOf'>;
}

/** Whether a person may still do it in that post of a unit, or for that head: what others took over, they do. */
export const stillActs = async (
  { organisation }: Service,
  { person, deputyFor }: Acting,
  unit: string,
  action: Action,
): Promise<boolean> =>
  (await organisation.postsOf(person)).some(
    (post) =>
      post.unit === unit &&
      post.deputyFor === deputyFor &&
      roleFor(action, post.roles) !== undefined,
  );
