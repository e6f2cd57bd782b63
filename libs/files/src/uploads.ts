import { randomBytes } from 'node:crypto';
import { DomainError, isDomainError } from '@minh-bach/kernel';
import { UPLOAD_OWNER, type KeyName, type Vault } from '@minh-bach/vault';
import type { Attachment } from './attachment.ts';
import type { CheckedFile } from './check/check-file.ts';
import { uncleanable } from './clean/uncleanable.ts';
import { despiteFailures } from './despite-failures.ts';
import type { FileId, FileStore } from './file-store.ts';
import { readWhole, type FileToCopy, type FileToRead } from './read-whole.ts';
import { drawFileKey, sealFile, type FileKey } from './sealed-file.ts';
import { tally } from './tally.ts';
import type { Pending, Uploader, UploadTable } from './upload-table.ts';
import type { FileWorkers } from './workers/file-workers.ts';

/** 20 MB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

const SWEPT_AT_ONCE = 200;

/** Longer than filling in a form takes, far shorter than a day at the desk. */
export const UNCLAIMED_MS = 4 * 3_600_000;
/** Longer than any request may take; what has not come by then was cut off by a crash. */
export const UNFINISHED_MS = 10 * 60_000;
/** How often what is older is discarded. */
export const SWEEP_EVERY_MS = 15 * 60_000;

export interface UploadsOptions {
  readonly store: FileStore;
  readonly table: UploadTable;
  readonly vault: Vault;
  /** What one person may have waiting. @default 10 files, 100 MB */
  readonly quota?: { readonly files: number; readonly bytes: number };
  /** Where untrusted bytes are parsed. */
  readonly workers: FileWorkers;
  /** A sweep could not discard or release this one, and put it off. */
  readonly onTrouble?: (id: FileId, error: unknown) => void;
}

/** What the door answers; the file's key stays inside. */
export type Upload = Omit<Attachment, 'key' | 'contentSha256'>;

/**
 * The door for files. A file comes before the event that names it, so no matter's key is known yet:
 * it is sealed under a random key of its own. Until a command claims it, that key waits in the
 * table of uploads, sealed under a key of this upload alone; the command carries it into its event,
 * where it is sealed under the matter's key, and `release` destroys the upload's. From then on the
 * matter's key is the only way to the file, and destroying it erases the file too.
 */
export class Uploads {
  constructor(private readonly options: UploadsOptions) {}

  /** Files that wait for their check. */
  get waiting(): number {
    return this.options.workers.waiting;
  }

  /**
   * Takes a file in: sealed as it comes, durable, checked, and only then answered.
   *
   * @throws DomainError `UPLOAD_QUOTA` {files, bytes, seconds, minutes}, `FILE_TOO_LARGE`, `FILES_BUSY`,
   *   `FILE_UNCHECKABLE`, `UPLOAD_UNKNOWN` when it was dropped on its way, and what `checkFile` throws
   */
  async put(
    content: AsyncIterable<Uint8Array>,
    { declaredType = '', ...uploader }: Uploader & { declaredType?: string },
  ): Promise<Upload> {
    this.options.workers.refuseWhenFull();
    const id = randomBytes(16).toString('base64url');
    const key = drawFileKey();
    const { upload, contentSha256 } = await this.#takeIn(id, key, content, uploader, declaredType);
    await this.#finish(upload, { key, contentSha256 });
    return upload;
  }

  /**
   * The file for an event, by who uploaded it and for one command, which may ask again.
   *
   * @throws DomainError `UPLOAD_UNKNOWN` when there is none, it is another's or another service's, or already taken
   */
  async claim(
    id: FileId,
    { commandId, ...uploader }: Uploader & { commandId: string },
  ): Promise<Attachment> {
    const { table, vault } = this.options;
    const row = await table.claim(id, uploader, commandId);
    if (!row) throw new DomainError('UPLOAD_UNKNOWN');
    const { type, size, pages, sha256, secret } = row;
    const { owner } = uploadKey(id);
    const [opened] = await vault.open([{ owner, eventId: id, path: '/secret', sealed: secret }]);
    if (opened?.state !== 'open') throw new DomainError('UPLOAD_UNKNOWN');
    const { key, contentSha256 } = opened.value as Pick<Attachment, 'key' | 'contentSha256'>;
    return { id, type, size, ...(pages && { pages }), sha256, key, contentSha256 };
  }

  /**
   * Discards a file that was uploaded in vain, or cut off. One that a command has claimed stays.
   *
   * @throws DomainError `NOT_FOUND` when there is none, it is another's, or claimed
   */
  async drop(id: FileId, { person }: { person: string }): Promise<void> {
    if (!(await this.options.table.drop(id, person))) throw new DomainError('NOT_FOUND');
    await this.#discard([id]);
  }

  /** Once the event that names them is durable. Forgotten, the next sweep does it. Idempotent. */
  async release(ids: readonly FileId[]): Promise<void> {
    await this.options.vault.destroy(ids.map(uploadKey));
    await this.options.table.remove(ids);
  }

  /**
   * What is on the pages of a file, and nothing that tells who made it: made when it is asked for,
   * kept nowhere. Its key was opened before, by a disclosure.
   *
   * @throws DomainError `FILE_UNCLEANABLE`, `FILES_BUSY`, and what reading a file throws
   */
  async workingCopy(file: FileToCopy, { person }: { person: string }): Promise<Uint8Array> {
    const { store, workers } = this.options;
    const content = () => readWhole(store, file);
    return workers
      .run('clean', { type: file.type }, { person, content })
      .catch((error: unknown) => {
        throw isDomainError(error, 'FILE_UNCHECKABLE') ? uncleanable('limit') : error;
      });
  }

  /** Of one service's, discards what no command has claimed, so that it counts against nobody's quota for long. */
  async sweepUnclaimed(service: string, olderThan: Date): Promise<number> {
    return this.#discardAll((limit) => this.options.table.abandon(service, olderThan, limit));
  }

  /**
   * Of one service's, discards what a crash cut off on its way.
   *
   * @param olderThan longer ago than any request may take: `UNFINISHED_MS`
   */
  async sweepUnfinished(service: string, olderThan: Date): Promise<number> {
    return this.#discardAll((limit) =>
      this.options.table.abandonUnfinished(service, olderThan, limit),
    );
  }

  async #discardAll(next: (limit: number) => Promise<FileId[]>): Promise<number> {
    for (let discarded = 0; ;) {
      const ids = await next(SWEPT_AT_ONCE);
      discarded += await this.#sweepAway(ids, (some) => this.#discard(some));
      if (ids.length < SWEPT_AT_ONCE) return discarded;
    }
  }

  /**
   * Of one service's, releases what events name, discards what none does.
   *
   * @param olderThan far longer ago than a command can take between claim and append: a day
   * @param referenced which of these files the log names
   */
  async sweep(
    service: string,
    olderThan: Date,
    referenced: (ids: readonly FileId[]) => Promise<ReadonlySet<FileId>>,
  ): Promise<{ released: number; discarded: number }> {
    const done = { released: 0, discarded: 0 };
    for (;;) {
      const ids = await this.options.table.older(service, olderThan, SWEPT_AT_ONCE);
      const named = await referenced(ids);
      const kept = ids.filter((id) => named.has(id));
      const orphans = await this.options.table.condemn(
        ids.filter((id) => !named.has(id)),
        olderThan,
      );
      done.released += await this.#sweepAway(kept, (some) => this.release(some));
      done.discarded += await this.#sweepAway(orphans, (some) => this.#discard(some));
      if (ids.length < SWEPT_AT_ONCE) return done;
    }
  }

  /** One that fails comes again when it is as old again; a database that is away ends the sweep. */
  async #sweepAway(
    ids: readonly FileId[],
    work: (some: readonly FileId[]) => Promise<void>,
  ): Promise<number> {
    const done = await despiteFailures(ids, work, async (id, error) => {
      await this.options.table.postpone([id]);
      this.options.onTrouble?.(id, error);
    });
    return done.length;
  }

  async #takeIn(
    id: FileId,
    key: FileKey,
    content: AsyncIterable<Uint8Array>,
    uploader: Uploader,
    declaredType: string,
  ) {
    const { store, table, quota = { files: 10, bytes: 5 * MAX_FILE_BYTES } } = this.options;
    try {
      const pending = await table.begin(id, uploader, MAX_FILE_BYTES, cutOffBefore());
      if (pending.files > quota.files || pending.bytes > quota.bytes)
        throw new DomainError('UPLOAD_QUOTA', { ...quota, ...whenFree(pending) });
      const came = tally(content, MAX_FILE_BYTES);
      const sealed = tally(sealFile(key, id, came.bytes));
      await store.write(id, sealed.bytes);
      const checked = await this.#check(
        { id, key, size: came.size() },
        uploader.person,
        declaredType,
      );
      const upload: Upload = { id, ...checked, size: came.size(), sha256: sealed.sha256() };
      return { upload, contentSha256: came.sha256() };
    } catch (error) {
      // What cannot be tidied up now (the database is away) the sweep will find.
      await store
        .remove(id)
        .then(() => table.remove([id]))
        .catch(() => undefined);
      throw isDomainError(error, 'FILE_UNKNOWN') ? new DomainError('UPLOAD_UNKNOWN') : error;
    }
  }

  /** From now on it can be claimed, unless it was dropped meanwhile: then nothing stays of it. */
  async #finish(upload: Upload, value: Pick<Attachment, 'key' | 'contentSha256'>): Promise<void> {
    const { table, vault } = this.options;
    const { id, pages = null } = upload;
    try {
      const field = { ...uploadKey(id), eventId: id, path: '/secret', value };
      const [secret] = await vault.seal([field]);
      if (!(await table.finish({ ...upload, pages, secret: secret! })))
        throw new DomainError('UPLOAD_UNKNOWN');
    } catch (error) {
      await this.#discard([id]).catch(() => undefined);
      throw isDomainError(error, 'KEY_DESTROYED') ? new DomainError('UPLOAD_UNKNOWN') : error;
    }
  }

  /** The row goes last: what is cut off here is swept later. */
  async #discard(ids: readonly FileId[]): Promise<void> {
    for (const id of ids) await this.options.store.remove(id);
    await this.release(ids);
  }

  /** From the disk, as it will be read. */
  #check(file: FileToRead, person: string, declared: string): Promise<CheckedFile> {
    const { store, workers } = this.options;
    const content = () => readWhole(store, file);
    return workers.run('check', { declared }, { person, content });
  }
}

/** Under which a pending upload's secret lies; erased with the matter's, for the sake of restores. */
export const uploadKey = (id: FileId): KeyName => ({
  owner: `${UPLOAD_OWNER}${id}`,
  compartment: 'identity',
});

/** What began earlier and is not there yet never will be. */
const cutOffBefore = (): Date => new Date(Date.now() - UNFINISHED_MS);

/** When the oldest of the files will be gone, at the latest. */
function whenFree({ oldestMs }: Pending): { seconds: number; minutes: number } {
  const seconds = Math.ceil(Math.max(0, UNCLAIMED_MS - oldestMs + SWEEP_EVERY_MS) / 1_000);
  return { seconds, minutes: Math.ceil(seconds / 60) };
}
