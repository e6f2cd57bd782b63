import type { ServiceParts } from '@minh-bach/assembly';
import { SERVICE_NAMES, type ServiceName } from '@minh-bach/contracts';

/** The code of each service. It is loaded when it is asked for: a process holds no other's. */
export const partsOf: Readonly<Record<ServiceName, () => Promise<ServiceParts>>> = {
  directory: async () => (await import('./directory.ts')).directoryParts,
  intake: async () => {
    const { IntakeModule, intakeService } = await import('@minh-bach/intake');
    return { service: intakeService, module: IntakeModule };
  },
  triage: async () => {
    const { TriageModule, triageService } = await import('@minh-bach/triage');
    return { service: triageService, module: TriageModule };
  },
  investigation: async () => {
    const { InvestigationModule, investigationService } = await import('@minh-bach/investigation');
    return { service: investigationService, module: InvestigationModule };
  },
  response: async () => {
    const { ResponseModule, responseService } = await import('@minh-bach/response');
    return { service: responseService, module: ResponseModule };
  },
};

/** All of them, where they run in one process. */
export const allParts = (): Promise<ServiceParts[]> =>
  Promise.all(SERVICE_NAMES.map((name) => partsOf[name]()));
