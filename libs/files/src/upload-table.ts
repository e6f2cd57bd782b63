import type { Ciphertext } from '@minh-bach/kernel';
import type { FileType } from './check/check-file.ts';
import type { FileId } from './file-store.ts';

/** What is known of a file that came and passed, before any event names it. */
export interface UploadRow {
  readonly id: FileId;
  readonly type: FileType;
  readonly size: number;
  readonly pages: number | null;
  readonly sha256: string;
  /** The file's key and the hash of its content, under a key of this upload alone. */
  readonly secret: Ciphertext;
}

/** The person who brings a file, and the service whose event will name it. Only that service can claim it. */
export interface Uploader {
  readonly person: string;
  readonly service: string;
}

/** Of one person: files that wait to be named, those still on their way with all they may weigh. */
export interface Pending {
  readonly files: number;
  readonly bytes: number;
  /** How long the oldest has waited. */
  readonly oldestMs: number;
}

/** The port to the table of uploads that no event names yet. */
export interface UploadTable {
  /**
   * A row for a file on its way, before its first byte is stored; answers what now waits. Of those
   * on their way only what began since `unfinishedSince` counts: older ones were cut off. What
   * nobody can claim any more counts against nobody.
   */
  begin(id: FileId, uploader: Uploader, reserved: number, unfinishedSince: Date): Promise<Pending>;
  /** Whether it still was awaited: neither dropped nor given up meanwhile. */
  finish(row: UploadRow): Promise<boolean>;
  /** Only for who uploaded it, and for one command; the same command may claim again. */
  claim(id: FileId, uploader: Uploader, commandId: string): Promise<UploadRow | undefined>;
  /**
   * From now on nobody claims or finishes it; only for who uploaded it, and only what nobody has
   * claimed.
   */
  drop(id: FileId, person: string): Promise<boolean>;
  /** From now on nobody claims these of the service: no command has, and they are older than this. */
  abandon(service: string, than: Date, limit: number): Promise<FileId[]>;
  /** From now on nobody finishes these of the service: on their way for longer than any request takes. */
  abandonUnfinished(service: string, than: Date, limit: number): Promise<FileId[]>;
  /** Ids of a service's rows older than this, oldest first: neither begun nor claimed since. */
  older(service: string, than: Date, limit: number): Promise<FileId[]>;
  /** From now on nobody claims these; those claimed since are left out. */
  condemn(ids: readonly FileId[], than: Date): Promise<FileId[]>;
  /** Young again: a sweep that cannot discard them now goes on to what is behind them. */
  postpone(ids: readonly FileId[]): Promise<void>;
  remove(ids: readonly FileId[]): Promise<void>;
}
