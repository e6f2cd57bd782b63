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
