import { z } from 'zod';

/** What a post lets its holder do. Their names are in `ROLE_WORDS`, what they do in docs/glossary.md. */
export const ROLES = [
  'receiver',
  'classifier',
  'verifier',
  'head',
  'clerk',
  'denunciation-officer',
  'auditor',
  'administrator',
  'operator',
] as const;

export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The roles of a post as a door takes them: each of them once. */
export const roleSetSchema = z
  .array(roleSchema)
  .min(1)
  .max(ROLES.length, { abort: true })
  .refine((roles) => new Set(roles).size === roles.length, { error: 'REPEATED' });
