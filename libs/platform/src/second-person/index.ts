export * from './second-person.controller.ts';
export * from './read-second-person.ts';
export * from './second-person.projection.ts';
export {
  actorFor,
  readerFor,
  type Move,
  type SecondPersons,
  type Waiting,
} from './second-person.ts';
