import { DIRECTORY_TOPIC, alarmRaised } from '@minh-bach/contracts';
import { AlarmRow, alarmProjection, type ServiceDefinition } from '@minh-bach/platform';
import { directoryCommands } from './commands.ts';
import { deputyAppointedAlone } from './domain/appointments.events.ts';
import { entryEvents, entryOf } from './domain/entry.events.ts';
import { rightEndedAlone } from './domain/endings.events.ts';
import { proposalEvents } from './domain/proposal.events.ts';
import { subjectTaken } from './domain/subject.events.ts';
import { ProposalRow } from './proposals/proposal.entity.ts';
import { proposalProjection } from './proposals/proposal.projection.ts';
import { SubjectRow } from './subjects/subject.entity.ts';
import { subjectProjection } from './subjects/subject.projection.ts';

/** Who is who: units, posts, people, deputies, all with dates; told to every service. */
export const directoryService: ServiceDefinition = {
  name: 'directory',
  events: [
    ...entryEvents,
    ...proposalEvents,
    subjectTaken,
    rightEndedAlone,
    deputyAppointedAlone,
    alarmRaised,
  ],
  commands: directoryCommands,
  publishesTo: DIRECTORY_TOPIC,
  topics: [],
  entryOf,
  entities: [SubjectRow, ProposalRow, AlarmRow],
  projections: [subjectProjection, proposalProjection, alarmProjection],
};
