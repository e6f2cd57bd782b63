import type { TaskName, Tasks } from './tasks.ts';

/** What a worker is sent, once it has said that it is ready. */
export interface Order {
  readonly task: TaskName;
  readonly asked: Tasks[TaskName]['asked'];
  readonly bytes: Uint8Array;
}

/** What it sends back: errors do not travel between processes with their codes. */
export type Reply =
  | { readonly state: 'done'; readonly answer: Tasks[TaskName]['answer'] }
  | {
      readonly state: 'refused';
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly state: 'failed' };
