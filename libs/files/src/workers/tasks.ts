import { checkFile, type CheckedFile } from '../check/check-file.ts';

/** What workers do with the bytes of a file. */
export interface Tasks {
  readonly check: { readonly asked: { readonly declared: string }; readonly answer: CheckedFile };
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
};
