import { roleFor, type Role } from '@minh-bach/contracts';
import { DomainError } from '@minh-bach/kernel';
import type { Access } from './access.ts';
import { actorOf, type ActingPost, type Identity, type Principal } from './principal.ts';

/**
 * In which post and role a person does this.
 *
 * @param wanted `X-Acting-Post`: needed only by someone who would act in another post than the first
 *   that allows the action
 * @throws DomainError `POST_NOT_HELD`, `ACTION_FORBIDDEN`
 */
export function identify(
  principal: Principal,
  access: Exclude<Access, { kind: 'public' }>,
  wanted: string | undefined,
): Identity {
  const posts =
    wanted === undefined ? principal.posts : principal.posts.filter((p) => p.post === wanted);
  if (wanted !== undefined && posts.length === 0) throw new DomainError('POST_NOT_HELD');
  for (const post of posts) {
    const role = roleIn(post, access);
    if (role !== undefined)
      return { principal, post, actor: actorOf(principal.person, post, role) };
  }
  throw new DomainError('ACTION_FORBIDDEN');
}

const roleIn = (post: ActingPost, access: Exclude<Access, { kind: 'public' }>): Role | undefined =>
  access.kind === 'action' ? roleFor(access.action, post.roles) : post.roles[0];
