export { MatterStreams } from './matter-streams.ts';
export { openingCase, refuseUndeclared, useCase, type Asked, type UseCase } from './use-case.ts';
export { partsOf, type UseCaseParts } from './use-case-parts.ts';
