import { expectRebuildEqualsLive } from '@minh-bach/projections';
import type { ReadModels } from '../service/read-models.ts';

/** For specs: the rows of both read models are those that a rebuild makes. */
export async function expectRebuildsEqualLive({ rights, lists }: ReadModels): Promise<void> {
  await expectRebuildEqualsLive(rights);
  await expectRebuildEqualsLive(lists);
}
