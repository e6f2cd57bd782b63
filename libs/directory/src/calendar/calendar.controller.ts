import { calendarSchema, words, type CalendarDays } from '@minh-bach/contracts';
import { Allow, Operation } from '@minh-bach/http';
import { calendarInUse } from '@minh-bach/rules';
import { Controller, Get } from '@nestjs/common';

/** What the rules pack says; no command changes it. */
@Controller('directory/calendar')
export class CalendarController {
  @Get()
  @Allow('directory.read')
  @Operation({
    summary: words('Lịch nghỉ dùng để tính thời hạn', 'The calendar that deadlines count by'),
    answer: calendarSchema,
  })
  calendar(): CalendarDays {
    const { days, ...calendar } = calendarInUse();
    return { ...calendar, days: [...days] };
  }
}
