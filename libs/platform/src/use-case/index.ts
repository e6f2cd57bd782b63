export { MatterStreams } from './matter-streams.ts';
export { refuseUndeclared, useCase, type Asked, type UseCase } from './use-case.ts';
export { partsOf, type UseCaseParts } from './use-case-parts.ts';
