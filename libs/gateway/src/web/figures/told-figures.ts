import { figuresSchema, type Figures } from '@minh-bach/contracts';
import { PUBLIC_UPSTREAM_MS } from '../../http/limits.ts';
import { jsonOf } from '../../proxy/ask-service.ts';
import { inward } from '../../proxy/headers.ts';
import type { Services } from '../../proxy/services.ts';
import { kept } from '../kept.ts';

/** Months that are over do not change: this is for the load, and for the turn of a month. */
const KEPT_MS = 10_000;
const COUNTING = ['triage', 'investigation', 'response'] as const;

/** What the services counted; undefined while one of them does not say. */
export type ToldFigures = () => Promise<readonly Figures[] | undefined>;

export const toldFigures = (services: Services): ToldFigures =>
  kept(KEPT_MS, () =>
    Promise.all(
      COUNTING.map(async (service) => {
        const answer = await services.ask(service, `/${service}/figures`, {
          method: 'GET',
          headers: inward({ accept: 'application/json' }),
          withinMs: PUBLIC_UPSTREAM_MS,
        });
        return figuresSchema.parse(jsonOf(answer));
      }),
    ),
  );
