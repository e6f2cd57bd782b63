import {
  meSchema,
  peopleQuery,
  peopleSchema,
  unitIdSchema,
  unitPostsQuery,
  unitPostsSchema,
  unitsQuery,
  unitsSchema,
  type Me,
  words,
} from '@minh-bach/contracts';
import { Allow, CurrentIdentity, Operation, SignedIn, type Identity } from '@minh-bach/http';
import { ServiceRuntime, personRefs, unitRefs } from '@minh-bach/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';

@Controller('directory')
export class WhoIsWhoController {
  constructor(private readonly service: ServiceRuntime) {}

  @Get('me')
  @SignedIn()
  @Operation({
    summary: words('Tôi là ai, giữ vị trí nào', 'Who I am and which posts I hold'),
    answer: meSchema,
  })
  async me(@CurrentIdentity() { principal }: Pick<Identity, 'principal'>): Promise<Me> {
    const { organisation } = this.service;
    const posts = await organisation.postsToShow(principal.person);
    const [unitOf, personOf] = await Promise.all([
      unitRefs(organisation),
      personRefs(
        organisation,
        posts.map(({ deputyFor }) => deputyFor ?? null),
      ),
    ]);
    return {
      person: principal.person,
      name: principal.name,
      posts: posts.map(({ deputyFor, ...post }) => ({
        ...post,
        roles: [...post.roles],
        unitName: unitOf(post.unit).name,
        ...(deputyFor === undefined ? {} : { deputyFor: personOf(deputyFor) }),
      })),
    };
  }

  @Get('units')
  @Allow('directory.read')
  @Operation({
    summary: words('Các đơn vị trong một ngày, hoặc tất cả', 'The units of a day, or all of them'),
    answer: unitsSchema,
  })
  async units(@Query({ schema: unitsQuery }) { view, asOf }: z.infer<typeof unitsQuery>) {
    const { organisation } = this.service;
    return { items: await (view === 'all' ? organisation.units() : organisation.unitsOn(asOf)) };
  }

  @Get('units/:unit/posts')
  @Allow('directory.read')
  @Operation({
    summary: words(
      'Ai giữ vị trí nào ở đơn vị, trong một ngày',
      'Who held what in a unit on a day',
    ),
    answer: unitPostsSchema,
  })
  async posts(
    @Param('unit', { schema: unitIdSchema }) unit: string,
    @Query({ schema: unitPostsQuery }) { asOf }: z.infer<typeof unitPostsQuery>,
  ): Promise<z.infer<typeof unitPostsSchema>> {
    const { organisation } = this.service;
    const posts = await organisation.postsOfUnit(unit, asOf);
    const people = posts.flatMap(({ holder, deputy }) => [holder, deputy]);
    const nameOf = await personRefs(organisation, people);
    const ref = (id: string | null) => (id === null ? null : nameOf(id));
    const items = posts.map(({ roles, holder, deputy, ...post }) => ({
      ...post,
      roles: [...roles],
      holder: ref(holder),
      deputy: ref(deputy),
    }));
    return { items };
  }

  @Get('units/:unit/people')
  @Allow('directory.read')
  @Operation({
    summary: words('Người giữ một vai trò ở đơn vị', 'Who holds a role in a unit'),
    answer: peopleSchema,
  })
  async people(
    @Param('unit', { schema: unitIdSchema }) unit: string,
    @Query({ schema: peopleQuery }) { role, asOf }: z.infer<typeof peopleQuery>,
  ) {
    const holders = await this.service.organisation.holdersOf(role, unit, asOf);
    return { items: holders.map(({ person, name }) => ({ id: person, name })) };
  }
}
