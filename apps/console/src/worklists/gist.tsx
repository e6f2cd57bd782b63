import type { PetitionKind } from '../api/types.ts';
import { useSay } from '../i18n/language.tsx';
import classes from './worklist.module.css';

/** Kind above, gist below; whether the kind is only declared. */
export function Gist({
  kind,
  gist,
  declared = false,
}: {
  kind?: PetitionKind;
  gist: string | null;
  declared?: boolean;
}) {
  const say = useSay();
  return (
    <>
      {kind && (
        <div className={classes.kind}>
          {say(`kind.${kind}`)}
          {declared && ` (${say('list.declared')})`}
        </div>
      )}
      <div>
        {gist ?? (
          <span className={classes.none}>
            {say(kind === 'denunciation' ? 'list.sealedGist' : 'list.noGist')}
          </span>
        )}
      </div>
    </>
  );
}
