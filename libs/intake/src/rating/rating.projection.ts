import { addRows } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { HandlingRated } from '../domain/rate.ts';
import { RatingRow } from './rating.entity.ts';

/** A row a petition: it is rated once. */
export const ratingProjection: Projection = {
  name: 'ratings',
  version: 1,
  async apply(batch, manager) {
    const rows = batch.flatMap(({ event }): RatingRow[] => {
      if (event.type !== 'HandlingRated') return [];
      const { petition, unit, stars, reasons } = (event as HandlingRated).data;
      return [{ petition, unit, stars, reasons }];
    });
    await addRows(manager, RatingRow, rows);
  },
};
