import { useBoth, useSay } from '../i18n/language.tsx';
import { useSession } from '../session/session.tsx';
import classes from './shell.module.css';

/** The unit and the role worn now. */
export function Wearing() {
  const say = useSay();
  const both = useBoth();
  const { post } = useSession();
  if (!post) return null;
  return (
    <div className={classes.wearing}>
      <div className={classes.unit}>{both(post.unitName)}</div>
      <div className={classes.role}>
        {both(post.title)}
        {post.deputyFor && ` (${say('shell.deputyFor', { name: post.deputyFor.name })})`}
      </div>
    </div>
  );
}
