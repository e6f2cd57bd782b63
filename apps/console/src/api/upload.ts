import { ask } from './call.ts';
import { signedInAgain } from '../session/renewal.ts';
import { noAnswer, Problem, problemOf } from './problem.ts';
import type { FileAnswer } from './types.ts';

export type KeepsFiles = 'intake' | 'investigation';

/** `fetch` tells nothing of an upload's progress. @param onProgress share sent, 0 to 1 */
export function uploadFile(
  service: KeepsFiles,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/${service}/files`);
    request.setRequestHeader('x-minh-bach', '1');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () => reject(new Problem(noAnswer));
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as FileAnswer);
      if (request.status !== 401) return reject(problemOf(request.status, request.response));
      void signedInAgain().then(() => resolve(uploadFile(service, file, onProgress, signal)));
    };
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    // A neutral name: file names may say who sent it.
    form.append('file', file, 'scan');
    request.send(form);
  });
}

/** A file that no command will take. Where this fails, the server discards it some hours later. */
export function dropUpload(service: KeepsFiles, answer: FileAnswer): void {
  ask(`/${service}/files/${answer.file}`, { method: 'DELETE' }).catch(() => undefined);
}
