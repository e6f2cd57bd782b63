import {
  NO_CLOCKS,
  clockChanges,
  deadlineBreached,
  decideBreach,
  evolveBreach,
  evolveClocks,
  storedEvent,
  words,
  type ClockStarted,
  type NoticeBreach,
  type OpenClocks,
} from '@minh-bach/contracts';
import {
  DomainError,
  caseNumber,
  owningUnit,
  petitionNumber,
  sealed,
  type Decider,
  type EventOf,
} from '@minh-bach/kernel';
import { z } from 'zod';
import type { ServiceDefinition } from '../service/service-definition.ts';

const history = () => ({ summary: words('Thử', 'A try') });

export const opened = storedEvent(
  'DemoOpened',
  z.strictObject({
    unit: owningUnit().exactOptional(),
    petitions: z.array(petitionNumber()).exactOptional(),
    case: caseNumber().exactOptional(),
    kind: z.string().exactOptional(),
    respondentUnit: z.string().exactOptional(),
    name: sealed('identity', z.strictObject({ first: z.string(), last: z.string() })),
    text: sealed('working', z.string()).nullable(),
    gist: z.string(),
    ...clockChanges,
  }),
  { history },
);
export const noted = storedEvent(
  'DemoNoted',
  z.strictObject({ text: sealed('working', z.string()), ...clockChanges }),
  { history },
);

export type DemoEvent =
  EventOf<typeof opened> | EventOf<typeof noted> | EventOf<typeof deadlineBreached>;
export type DemoCommand =
  | { readonly type: 'Open'; readonly data: EventOf<typeof opened>['data'] }
  | { readonly type: 'Note'; readonly data: EventOf<typeof noted>['data'] }
  | NoticeBreach;
export interface DemoState {
  readonly notes: number;
  readonly clocks: OpenClocks;
}

/** Opened once; notes are taken up to three; a blank one is nothing to do. */
export const demoDecider: Decider<DemoState | null, DemoCommand, DemoEvent> = {
  initialState: null,
  decide(command, state, { now }) {
    if (command.type === 'Open') {
      if (state) throw new DomainError('OPEN_ALREADY');
      return [{ type: 'DemoOpened', data: command.data }];
    }
    if (!state) throw new DomainError('NOT_OPEN');
    if (command.type === 'NoticeBreach') return decideBreach(state.clocks, command, now);
    if (command.data.text === '') return [];
    if (state.notes === 3) throw new DomainError('ENOUGH_NOTES');
    return [{ type: 'DemoNoted', data: command.data }];
  },
  evolve(state, event) {
    switch (event.type) {
      case 'DemoOpened':
        return { notes: 0, clocks: evolveClocks(NO_CLOCKS, event.data) };
      case 'DemoNoted':
        return state && { notes: state.notes + 1, clocks: evolveClocks(state.clocks, event.data) };
      case 'DeadlineBreached':
        return state && { ...state, clocks: evolveBreach(state.clocks, event) };
    }
  },
};

export const open = (over: Partial<EventOf<typeof opened>['data']> = {}): DemoCommand => ({
  type: 'Open',
  data: {
    unit: 'HQ-SM',
    name: { first: 'Mây', last: 'Đặng Thị' },
    text: 'Số điện thoại 0912345678',
    gist: 'Trích yếu',
    ...over,
  },
});
export const note = (text = 'Đã hẹn'): DemoCommand => ({ type: 'Note', data: { text } });

/** A clock that ends at an instant. */
export const demoClock = (rule: string, endsAt: string): ClockStarted => ({
  rule,
  ruleVersion: '1',
  calendarVersion: '2025-10-16',
  source: { law: 'Luật thử', confidence: 'high' },
  legal: true,
  name: { vi: 'Thời hạn thử', en: 'A limit' },
  trigger: '2026-11-01',
  due: endsAt.slice(0, 10),
  unrolled: endsAt.slice(0, 10),
  safeDue: endsAt.slice(0, 10),
  endsAt,
  safeEndsAt: endsAt,
  provisional: false,
  explanation: { vi: 'Thử', en: 'A try' },
});

/** A service with nothing of its own: what the platform gives to every service. */
export const demoService: ServiceDefinition = {
  name: 'demo',
  events: [opened, noted, deadlineBreached],
  topics: [],
  entities: [],
  projections: [],
  clockDecider: demoDecider,
};
