import { checkFile, type CheckedFile, type FileType } from '../check/check-file.ts';
import { cleanFile } from '../clean/clean-file.ts';

/** What workers do with the bytes of a file. */
export interface Tasks {
  readonly check: { readonly asked: { readonly declared: string }; readonly answer: CheckedFile };
  readonly clean: { readonly asked: { readonly type: FileType }; readonly answer: Uint8Array };
}
export type TaskName = keyof Tasks;

type Work = {
  readonly [Name in TaskName]: (
    bytes: Buffer,
    asked: Tasks[Name]['asked'],
  ) => Promise<Tasks[Name]['answer']>;
};

export const WORK: Work = {
  check: (bytes, { declared }) => checkFile(bytes, declared),
  clean: (bytes, { type }) => cleanFile(bytes, type),
};
