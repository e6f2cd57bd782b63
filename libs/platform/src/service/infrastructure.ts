import type { EventStore } from '@minh-bach/event-store';
import type { FileStore, Uploads } from '@minh-bach/files';
import type { Limits } from '@minh-bach/http';
import type { Clock } from '@minh-bach/kernel';
import type { Drains, Messaging, Publication, Redriven, Standstill } from '@minh-bach/messaging';
import type { ProjectionLog } from '@minh-bach/projections';
import type { Disclosures, ReadingRoom, Vault } from '@minh-bach/vault';

/** What consumer groups hold back: for operators. A group without an inbox holds nothing. */
export interface HeldMessages {
  list(group: string): Promise<Standstill>;
  /** One parked source stream, or all of them and the dead letters. */
  redrive(group: string, stream?: string): Promise<Redriven>;
}

/** What an app gives the services that run in it: engines behind ports, and nothing else. */
export interface Infrastructure {
  /** PostgreSQL for the read models and inboxes. */
  readonly databaseUrl: string;
  readonly store: EventStore;
  readonly vault: Vault;
  /** Opens `working` text and leaves a line in the access log. */
  readonly readingRoom: ReadingRoom;
  /** The one door to `identity`. */
  readonly disclosures: Disclosures;
  readonly limits: Limits;
  readonly files: FileStore;
  readonly uploads: Uploads;
  readonly messaging: Messaging;
  readonly heldMessages: HeldMessages;
  /**
   * Starts a service's relay, where messages travel (Kafka). The embedded product has none: there
   * the log itself is the queue.
   */
  readonly relay?: (publication: Publication) => Promise<Drains>;
  readonly clock: Clock;
  /** The secret of a service under which it derives ids. */
  readonly secretOf: (service: string) => Uint8Array;
  readonly log: ProjectionLog;
}
