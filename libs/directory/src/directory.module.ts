import { serviceModule } from '@minh-bach/platform';
import { directoryService } from './directory.service.ts';
import { CalendarController } from './calendar/calendar.controller.ts';
import { PeopleController } from './people/people.controller.ts';
import { ProposalsController } from './proposals/proposals.controller.ts';
import { WhoIsWhoController } from './who-is-who/who-is-who.controller.ts';

export const directory = serviceModule(directoryService, {
  controllers: [WhoIsWhoController, PeopleController, ProposalsController, CalendarController],
});
