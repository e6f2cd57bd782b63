import { words } from '@minh-bach/contracts/browser';
import type { CaseMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { useSay } from '../../i18n/language.tsx';
import type { Action } from './action.ts';

/** For people who can give the case to somebody else: its holder no longer works on it. */
export function HolderLeft({
  investigation,
  actions,
}: {
  investigation: CaseMatter | undefined;
  actions: readonly Action[];
}) {
  const say = useSay();
  if (!investigation?.holderLeft || !actions.some(({ id }) => id === 'assign')) return null;
  const name = investigation.assignee?.name ?? '';
  return (
    <Notice
      tone="soon"
      title={say(
        words(`${name} không còn xác minh ở đơn vị này`, `${name} no longer verifies in this unit`),
      )}
    >
      <p>
        {say(
          words(
            'Vụ việc đang không có người làm. Hãy giao cho người khác.',
            'Nobody works on the case. Assign it to somebody else.',
          ),
        )}
      </p>
    </Notice>
  );
}
