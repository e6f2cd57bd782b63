import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { instantSchema, words } from '@minh-bach/contracts';
import { SettableClock } from '@minh-bach/kernel';
import { z } from 'zod';
import { Public } from '../auth/access.ts';
import { Operation } from '../http/operation.ts';
import { CLOCK } from '../tokens.ts';

const setClock = z.strictObject({ now: instantSchema });

/** Only there when `MB_MODE` is `test`. */
@Controller('test/clock')
export class TestClockController {
  constructor(@Inject(CLOCK) private readonly clock: SettableClock) {}

  @Post()
  @HttpCode(200)
  @Public()
  @Operation({
    summary: words('Đặt đồng hồ khi kiểm thử', 'Sets the clock, for tests'),
    status: 200,
    answer: setClock,
  })
  set(@Body({ schema: setClock }) { now }: z.infer<typeof setClock>): { now: string } {
    this.clock.set(new Date(now));
    return { now: this.clock.now().toISOString() };
  }
}
