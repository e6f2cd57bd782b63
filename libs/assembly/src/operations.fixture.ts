import {
  DIRECTORY_TOPIC,
  INTAKE_TOPIC,
  clockChanges,
  storedEvent,
  words,
  type ClockStarted,
  type PetitionReceivedV1,
} from '@minh-bach/contracts';
import { type Decider, type EventOf } from '@minh-bach/kernel';
import { Poison, type Publication } from '@minh-bach/messaging';
import {
  notedEntry,
  registryOf,
  type DirectoryEntryNoted,
  type ServiceDefinition,
} from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import { z } from 'zod';

export const PETITION = 'D26-48301725-4';

const petitionSeen = storedEvent('PetitionSeen', z.strictObject({ ...clockChanges }), {
  history: () => ({ summary: words('', '') }),
});
export type PetitionSeen = EventOf<typeof petitionSeen>;

/** Writes what it is told. */
export const seenDecider: Decider<null, PetitionSeen['data'], PetitionSeen> = {
  initialState: null,
  decide: (data) => [{ type: 'PetitionSeen', data }],
  evolve: () => null,
};

export const clock: ClockStarted = {
  rule: 'KN1.ACCEPT.NEW',
  ruleVersion: '1',
  calendarVersion: '1',
  source: { law: 'LKN Đ.27', confidence: 'high' },
  legal: true,
  name: { vi: 'Thụ lý khiếu nại', en: 'Acceptance of the complaint' },
  trigger: '2026-11-18',
  due: '2026-12-02',
  unrolled: '2026-12-02',
  safeDue: '2026-12-02',
  endsAt: '2026-12-02T17:00:00.000Z',
  safeEndsAt: '2026-12-02T17:00:00.000Z',
  provisional: false,
  explanation: { vi: '10 ngày làm việc', en: '10 working days' },
};

const received: PetitionReceivedV1 = {
  petition: PETITION,
  declaredKind: 'complaint',
  channel: 'post',
  senderKind: 'enterprise',
  unit: 'HQ-SM',
  receivedOn: '2026-11-18',
  datedOn: null,
  signed: true,
  named: true,
  legible: true,
  language: 'vi',
  respondentUnit: 'HQ-SM',
  gist: null,
};

const events = [petitionSeen];
const registry = registryOf({ events });

/** What intake and the directory would publish. */
export const publications: Publication[] = [
  {
    topic: INTAKE_TOPIC,
    streamPrefix: 'intake.',
    events: registry,
    translate: () => ({ type: 'PetitionReceived', data: received }),
  },
  {
    topic: DIRECTORY_TOPIC,
    streamPrefix: 'directory.',
    events: registry,
    translate: ({ event }) => ({
      type: 'DirectoryEntryChanged',
      data: (event as DirectoryEntryNoted).data.entry,
    }),
  },
];

/** A service that can be made to choke on a message, and to be slow at building its rows. */
export class Patient {
  poisoned = false;
  handled = 0;
  /** What its projection waits for. */
  gate: Promise<void> | undefined;
  /** Called when its projection waits. */
  waits = (): void => undefined;

  readonly triage: ServiceDefinition = {
    name: 'triage',
    events,
    topics: [INTAKE_TOPIC],
    handle: async () => {
      if (this.poisoned) throw new Poison('no');
      this.handled += 1;
    },
    entities: [],
    projections: [this.#slow()],
  };

  #slow(): Projection {
    return {
      name: 'slow',
      version: 1,
      apply: async () => {
        if (this.gate) this.waits();
        await this.gate;
      },
    };
  }
}

/** Hears nothing, so it has no inbox. */
export const directory: ServiceDefinition = {
  name: 'directory',
  events: [],
  topics: [],
  entities: [],
  projections: [],
  entryOf: notedEntry,
};
