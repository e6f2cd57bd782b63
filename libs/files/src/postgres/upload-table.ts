import type { Pool } from 'pg';
import type { Pending, Uploader, UploadRow, UploadTable } from '../upload-table.ts';

const SETUP_LOCK = 7_301_002;

/** Makes the schema `files` where it is missing. Safe to run at every start, in every process. */
export async function setUpFilesSchema(pool: Pool): Promise<void> {
  await pool.query(`
    begin;
    select pg_advisory_xact_lock(${SETUP_LOCK});
    create schema if not exists files;
    create table if not exists files.uploads (
      id text primary key,
      person text not null,
      -- what it may weigh, until it is there
      size integer not null,
      type text,
      pages integer,
      sha256 text,
      -- null until the file is durable and checked
      secret jsonb,
      claimed_by text,
      touched_at timestamptz not null default clock_timestamp(),
      condemned boolean not null default false
    );
    -- whose event will name it
    alter table files.uploads add column if not exists service text not null default 'intake';
    -- One service's account reads no row of another's, and yet sorts through them: none is large.
    do $$ begin
      if not exists (select from pg_constraint
                     where conrelid = 'files.uploads'::regclass and conname = 'uploads_bounded')
      then
        alter table files.uploads add constraint uploads_bounded check (
          octet_length(id) <= 64 and octet_length(person) <= 512 and octet_length(service) <= 64
          and (type is null or octet_length(type) <= 64)
          and (sha256 is null or octet_length(sha256) <= 128)
          and (claimed_by is null or octet_length(claimed_by) <= 128)
          and (secret is null or octet_length(secret::text) <= 8192)) not valid;
      end if;
    end $$;
    create index if not exists uploads_pending on files.uploads (person) where claimed_by is null;
    create index if not exists uploads_by_age on files.uploads (touched_at);
    commit;`);
}

/**
 * Uploads in the table `files.uploads`; see `setUpFilesSchema`. All instants are of this process's
 * clock: the database's machine may have another time.
 */
export class PostgresUploadTable implements UploadTable {
  constructor(
    private readonly pool: Pool,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async begin(
    id: string,
    { person, service }: Uploader,
    reserved: number,
    unfinishedSince: Date,
  ): Promise<Pending> {
    const now = this.now();
    await this.pool.query(
      'insert into files.uploads (id, person, service, size, touched_at) values ($1, $2, $3, $4, $5)',
      [id, person, service, reserved, now],
    );
    // Counted after our own row is committed: of those who begin at once, the last to count sees
    // all, so together they never pass the quota.
    const { rows } = await this.pool.query<Pending>(
      `select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes,
         coalesce(extract(epoch from $3::timestamptz - min(touched_at)) * 1000, 0)::float8 as "oldestMs"
       from files.uploads where person = $1 and claimed_by is null and not condemned
         and (secret is not null or touched_at >= $2)`,
      [person, unfinishedSince, now],
    );
    return rows[0]!;
  }

  async finish(row: UploadRow): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update files.uploads set type = $2, size = $3, pages = $4, sha256 = $5, secret = $6,
         touched_at = $7 where id = $1 and not condemned`,
      [
        ...[row.id, row.type, row.size, row.pages, row.sha256, JSON.stringify(row.secret)],
        this.now(),
      ],
    );
    return rowCount === 1;
  }

  async claim(
    id: string,
    { person, service }: Uploader,
    commandId: string,
  ): Promise<UploadRow | undefined> {
    const { rows } = await this.pool.query<UploadRow>(
      `update files.uploads set claimed_by = $3, touched_at = $4
       where id = $1 and person = $2 and service = $5 and secret is not null and not condemned
         and (claimed_by is null or claimed_by = $3)
       returning id, type, size, pages, sha256, secret`,
      [id, person, commandId, this.now(), service],
    );
    return rows[0];
  }

  /** The same row is locked by a claim, or by its end: of the two, one finds it as the other left it. */
  async drop(id: string, person: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update files.uploads set condemned = true
       where id = $1 and person = $2 and claimed_by is null and not condemned`,
      [id, person],
    );
    return rowCount === 1;
  }

  async abandon(service: string, than: Date, limit: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `update files.uploads set condemned = true
       where claimed_by is null and id in (
         select id from files.uploads where service = $3 and claimed_by is null and touched_at < $1
         order by touched_at limit $2)
       returning id`,
      [than, limit, service],
    );
    return rows.map((row) => row.id);
  }

  async abandonUnfinished(service: string, than: Date, limit: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `update files.uploads set condemned = true
       where secret is null and id in (
         select id from files.uploads where service = $3 and secret is null and touched_at < $1
         order by touched_at limit $2)
       returning id`,
      [than, limit, service],
    );
    return rows.map((row) => row.id);
  }

  async older(service: string, than: Date, limit: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select id from files.uploads where service = $3 and touched_at < $1
       order by touched_at limit $2`,
      [than, limit, service],
    );
    return rows.map((row) => row.id);
  }

  async condemn(ids: readonly string[], than: Date): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `update files.uploads set condemned = true
       where id = any($1::text[]) and touched_at < $2 returning id`,
      [ids, than],
    );
    return rows.map((row) => row.id);
  }

  async postpone(ids: readonly string[]): Promise<void> {
    await this.pool.query('update files.uploads set touched_at = $2 where id = any($1::text[])', [
      ...[ids, this.now()],
    ]);
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.pool.query('delete from files.uploads where id = any($1::text[])', [ids]);
  }
}
