import type { IntakeMatter } from '../http/intake.http.ts';
import type { CaseMatter } from '../http/investigation.http.ts';
import type { ResponseMatter } from '../http/response.http.ts';
import type { TriageMatter } from '../http/triage.http.ts';
import type { Role } from '../roles.ts';

/** A matter as a page has read it: the part of each service that has one. */
export interface MatterParts {
  readonly intake?: IntakeMatter;
  readonly triage?: TriageMatter;
  readonly investigation?: CaseMatter;
  readonly response?: ResponseMatter;
}

/** A person in a post, and the matter that they look at. */
export interface Situation {
  readonly person: string;
  readonly post: { readonly unit: string; readonly roles: readonly Role[] };
  readonly matter: MatterParts;
}
