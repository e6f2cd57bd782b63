import {
  meSchema,
  peopleSchema,
  roleSchema,
  unitIdSchema,
  unitsSchema,
  type Me,
} from '@minh-bach/contracts';
import {
  Allow,
  CurrentIdentity,
  Operation,
  ServiceRuntime,
  SignedIn,
  words,
  type Identity,
} from '@minh-bach/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';

const peopleQuery = z.strictObject({ role: roleSchema });

@Controller('directory')
export class WhoIsWhoController {
  constructor(private readonly service: ServiceRuntime) {}

  @Get('me')
  @SignedIn()
  @Operation({
    summary: words('Tôi là ai, giữ vị trí nào', 'Who I am and which posts I hold'),
    answer: meSchema,
  })
  async me(@CurrentIdentity() { principal }: Identity): Promise<Me> {
    const { organisation } = this.service;
    const [posts, units] = await Promise.all([
      organisation.postsOf(principal.person),
      organisation.units(),
    ]);
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return {
      person: principal.person,
      name: principal.name,
      posts: posts.map((post) => ({
        ...post,
        roles: [...post.roles],
        unitName: names.get(post.unit) ?? words(post.unit, post.unit),
      })),
    };
  }

  @Get('units')
  @Allow('directory.read')
  @Operation({ summary: words('Các đơn vị', 'The units'), answer: unitsSchema })
  async units() {
    return { items: await this.service.organisation.units() };
  }

  @Get('units/:unit/people')
  @Allow('directory.read')
  @Operation({
    summary: words('Người giữ một vai trò ở đơn vị', 'Who holds a role in a unit'),
    answer: peopleSchema,
  })
  async people(
    @Param('unit', { schema: unitIdSchema }) unit: string,
    @Query({ schema: peopleQuery }) { role }: z.infer<typeof peopleQuery>,
  ) {
    const holders = await this.service.organisation.holdersOf(role, unit);
    return { items: holders.map(({ person, name }) => ({ id: person, name })) };
  }
}
