import { APPOINTED_ALONE_A_DAY, appointDeputy, refusalsOf } from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { DeputyAppointedAlone } from './appointments.events.ts';

export const APPOINTMENTS_COUNT_MS = 24 * 60 * 60_000;

export interface NoteAppointment {
  readonly type: 'NoteAppointment';
  readonly deputy: string;
}

/** When one head appointed deputies alone, in the day before the last time. */
export type Appointments = readonly number[];

/**
 * Appointments by one head: a stream of its own each. Every deputation that ends signs its deputy out,
 * so that to appoint and to revoke without end would keep people from their work.
 */
export const appointmentsDecider: Decider<Appointments, NoteAppointment, DeputyAppointedAlone> = {
  initialState: [],
  decide({ deputy }, state, { now }) {
    if (since(state, Date.parse(now)).length >= APPOINTED_ALONE_A_DAY)
      throw refusalsOf(appointDeputy)('DEPUTIES_TOO_OFTEN', { atMost: APPOINTED_ALONE_A_DAY });
    return [{ type: 'DeputyAppointedAlone', data: { deputy } }];
  },
  evolve: (state, _, { recordedAt }) => {
    const at = Date.parse(recordedAt);
    return [...since(state, at), at];
  },
};

const since = (state: Appointments, now: number): Appointments =>
  state.filter((at) => now - at < APPOINTMENTS_COUNT_MS);
