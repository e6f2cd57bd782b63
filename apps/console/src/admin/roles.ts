import { ROLE_WORDS, ROLES_APART } from '@minh-bach/contracts/browser';
import type { Role } from '../api/types.ts';
import type { Option } from '../forms/fields.ts';
import type { useBoth } from '../i18n/language.tsx';
import type { Told } from './told.ts';

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
export const roleOptions = (told: Told, both: ReturnType<typeof useBoth>): readonly Option[] =>
  GIVEN.map((role) => ({
    value: role,
    label: both(ROLE_WORDS[role]),
    hint: told(`role.${role}`),
  }));
