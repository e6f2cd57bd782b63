import { ROLE_WORDS, ROLES_APART } from '@minh-bach/contracts/browser';
import type { Role } from '../api/types.ts';
import type { Option } from '../forms/fields.ts';
import type { Say, useBoth } from '../i18n/language.tsx';

/** In the order of the work; those that stand apart last. */
const GIVEN = [
  'receiver',
  'classifier',
  'verifier',
  'head',
  'clerk',
  'denunciation-officer',
  ...ROLES_APART,
] as const satisfies readonly Role[];

/** Every duty that a post may have, with what it lets its holder do. */
export const roleOptions = (say: Say, both: ReturnType<typeof useBoth>): readonly Option[] =>
  GIVEN.map((role) => ({
    value: role,
    label: both(ROLE_WORDS[role]),
    hint: say(`role.${role}`),
  }));
