import type { BodyOf, CommandDefinition } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { refuseUndeclared, type UseCase } from '../use-case/use-case.ts';

/** For specs: a command as the door hands it on; a refusal that its contract does not declare fails. */
export async function ask<D extends CommandDefinition, O>(
  service: ServiceRuntime,
  useCase: UseCase<D, O>,
  number: string,
  body: BodyOf<D>,
  context: RequestContext,
): Promise<O> {
  const { definition } = useCase;
  try {
    return await useCase.run({ service, action: definition.action, number, body, context });
  } catch (error) {
    refuseUndeclared(definition, error);
    throw error;
  }
}
