import { randomInt } from 'node:crypto';
import { DomainError, type Clock } from '@minh-bach/kernel';
import type { Pool } from 'pg';
import { randomToken, tokenHash } from '../seal.ts';
import type { CodeHash } from './code-hash.ts';
import { LIFETIME_MS, WORKS, type DrawnLink } from './one-time-links.ts';

/** An administrator: the account that asks, and whose it is by the directory. */
export interface Inviter {
  readonly subject: string;
  readonly person: string;
}

export interface Invitation {
  /** Of the directory. */
  readonly person: string;
  /** The `sub` of the account to be made. */
  readonly subject: string;
  /** Other `sub`s of the same person: who has an account under one gets no second. */
  readonly former?: readonly string[];
  readonly by: Inviter;
}

export interface OpenInvitation {
  readonly person: string;
  readonly invitedBy: string;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  /** Who drew its code; null while nobody has. */
  readonly codeBy: string | null;
  /** Whether the asker may draw it. */
  readonly mayDrawCode: boolean;
}

export interface DrawnCode {
  /** As it is read out: `BCDF-GHJK`. Told once. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** Consonants that nobody mistakes for each other; 8 of 20 are 34 bits, for five tries. */
const SIGNS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;

const OPEN = `drawn_by IS NOT NULL AND drawn_by_person IS NOT NULL AND ${WORKS}`;

/**
 * Invitations in two halves: one administrator draws a link, another draws a code for it. Neither of
 * them alone holds what makes the account, and neither is the invited person.
 */
export class Invitations {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly hashOf: CodeHash,
  ) {}

  /**
   * The earlier ones of this person stop working and stay on record.
   *
   * @throws DomainError `INVITATION_SAME_PERSON`: nobody invites themselves
   */
  async draw({ person, subject, former = [], by }: Invitation): Promise<DrawnLink> {
    if (by.person === person) throw new DomainError('INVITATION_SAME_PERSON');
    const now = this.clock.now();
    const token = randomToken();
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    await this.pool.query(
      `WITH earlier AS (
         UPDATE signin.one_time_links SET expires_at = least(expires_at, $5)
          WHERE subject = ANY ($8) OR person = $6
       )
       INSERT INTO signin.one_time_links
         (hash, expires_at, subject, drawn_by, drawn_at, person, drawn_by_person)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tokenHash(token),
        expiresAt,
        subject,
        by.subject,
        now,
        person,
        by.person,
        [subject, ...former],
      ],
    );
    return { token, expiresAt };
  }

  /** The latest first. */
  async open(asker: Inviter): Promise<OpenInvitation[]> {
    const { rows } = await this.pool.query<OpenInvitation>(
      `SELECT person, drawn_by_person AS "invitedBy", drawn_at AS "invitedAt",
              expires_at AS "expiresAt", code_by_person AS "codeBy",
              code_hash IS NULL AND ${anotherHand('$2', '$3')} AS "mayDrawCode"
         FROM signin.one_time_links WHERE ${OPEN} ORDER BY drawn_at DESC`,
      [this.clock.now(), asker.subject, asker.person],
    );
    return rows;
  }

  /**
   * Once for each invitation, and only its hash is kept.
   *
   * @throws DomainError `INVITATION_NOT_OPEN`, `INVITATION_SAME_PERSON`, `INVITATION_CODE_GIVEN`
   */
  async drawCode(person: string, by: Inviter): Promise<DrawnCode> {
    const now = this.clock.now();
    const found = await this.pool.query<{ hash: string; expires_at: Date; another: boolean }>(
      `SELECT hash, expires_at, ${anotherHand('$2', '$3')} AS another
         FROM signin.one_time_links WHERE ${OPEN} AND person = $4
        ORDER BY drawn_at DESC LIMIT 1`,
      [now, by.subject, by.person, person],
    );
    const link = found.rows[0];
    if (!link) throw new DomainError('INVITATION_NOT_OPEN');
    if (!link.another) throw new DomainError('INVITATION_SAME_PERSON');

    const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    const kept = await this.pool.query(
      `UPDATE signin.one_time_links
          SET code_hash = $5, code_by = $2, code_by_person = $3, code_at = $1
        WHERE ${OPEN} AND hash = $4 AND code_hash IS NULL AND ${anotherHand('$2', '$3')}`,
      [now, by.subject, by.person, link.hash, this.hashOf(link.hash, code)],
    );
    if (kept.rowCount !== 1) throw new DomainError('INVITATION_CODE_GIVEN');
    return { code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt: link.expires_at };
  }
}

/** Neither the inviter, by account or by person, nor the invited. */
const anotherHand = (subject: string, person: string): string =>
  `(drawn_by <> ${subject} AND subject <> ${subject}
    AND drawn_by_person <> ${person} AND person <> ${person})`;
