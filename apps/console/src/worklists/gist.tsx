import { KIND_WORDS } from '@minh-bach/contracts/browser';
import type { PetitionKind } from '../api/types.ts';
import { useBoth, useSay } from '../i18n/language.tsx';
import classes from './worklist.module.css';

/** Kind above, gist below; whether the kind is only declared. */
export function Gist({
  kind,
  gist,
  instance = null,
  declared = false,
}: {
  kind?: PetitionKind;
  gist: string | null;
  /** Of a complaint. */
  instance?: number | null;
  declared?: boolean;
}) {
  const say = useSay();
  const both = useBoth();
  return (
    <>
      {kind && (
        <div className={classes.kind}>
          {instance === 2
            ? say('list.second', { kind: both(KIND_WORDS[kind]) })
            : both(KIND_WORDS[kind])}
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
