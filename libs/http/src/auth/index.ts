export { Allow, CurrentActor, CurrentIdentity, Public, SignedIn, type Access } from './access.ts';
export { AccessTokens, type ProvenSubject, type TokenOptions } from './access-token.ts';
export { CachedPeople, PeopleInMemory, PeopleUpToDate } from './people.ts';
export { PeopleOfRecord, type ActingPost, type Identity, type Principal } from './principal.ts';
