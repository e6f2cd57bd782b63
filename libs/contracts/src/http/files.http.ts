import { z } from 'zod';

export const FILE_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export const fileTypeSchema = z.enum(FILE_TYPES);

/** `POST /<service>/files`: `multipart/form-data` with one part `file`; its name is not kept. */
export const fileAnswerSchema = z.strictObject({
  file: z.string(),
  type: fileTypeSchema,
  size: z.number().int(),
  /** Where the file tells; an image is one page. */
  pages: z.number().int().exactOptional(),
  /** SHA-256 of the ciphertext. */
  hash: z.string(),
});
