import { peopleListQuery, peopleListSchema, words, type PeopleList } from '@minh-bach/contracts';
import { Allow, Operation } from '@minh-bach/http';
import { ServiceRuntime } from '@minh-bach/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { z } from 'zod';
import { listPeople } from './list-people.ts';

/** For those who change the directory: whom it has, and with which posts. */
@Controller('directory/people')
export class PeopleController {
  constructor(private readonly service: ServiceRuntime) {}

  @Post()
  @HttpCode(200)
  @Allow('directory.change')
  @Operation({
    id: 'directoryPeople',
    summary: words(
      'Mọi người trong danh bạ, với các vị trí đang giữ, sắp giữ và đã kết thúc',
      'Everybody in the directory, with their posts: held now, to come, ended',
    ),
    answer: peopleListSchema,
    status: 200,
    problems: ['BAD_CURSOR'],
  })
  list(
    @Body({ schema: peopleListQuery }) asked: z.infer<typeof peopleListQuery>,
  ): Promise<PeopleList> {
    return listPeople(this.service, asked);
  }
}
