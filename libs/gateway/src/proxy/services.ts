import type { ServiceName } from '@minh-bach/contracts';
import type { GatewayOptions } from '../options.ts';
import { askInside, type Inside } from './ask-inside.ts';
import { askService, type ServiceAnswer, type ServiceQuestion } from './ask-service.ts';

/** The services behind the door, in this process or elsewhere. */
export class Services {
  constructor(
    private readonly addresses: GatewayOptions['services'],
    private readonly inside?: Inside,
  ) {}

  /** @param path with its query */
  urlOf(service: ServiceName, path: string): string {
    return this.addresses[service] + path;
  }

  /** @throws Refusal `UNAVAILABLE` */
  ask(service: ServiceName, path: string, question: ServiceQuestion): Promise<ServiceAnswer> {
    return this.inside
      ? askInside(this.inside, path, question)
      : askService(this.urlOf(service, path), question);
  }
}
