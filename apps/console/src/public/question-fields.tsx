import { useSay } from '../i18n/language.tsx';
import type { Field } from './content/questions.ts';
import classes from './portal.module.css';

/** Nothing has to be filled in: what is left out is written by hand. */
export function QuestionFields({
  fields,
  draft,
  onWrite,
}: {
  fields: readonly Field[];
  draft: Readonly<Record<string, string>>;
  onWrite: (key: string, value: string) => void;
}) {
  const say = useSay();
  return fields.map(({ key, label, hint, rows }) => {
    const Input = rows === undefined ? 'input' : 'textarea';
    return (
      <div key={key} className={classes.field}>
        <label htmlFor={`f-${key}`}>{say(label)}</label>
        {hint && (
          <p id={`f-${key}-hint`} className={classes.hint}>
            {say(hint)}
          </p>
        )}
        <Input
          id={`f-${key}`}
          {...(rows === undefined ? {} : { rows })}
          value={draft[key] ?? ''}
          onChange={({ currentTarget }: { currentTarget: { value: string } }) =>
            onWrite(key, currentTarget.value)
          }
          maxLength={rows === undefined ? 300 : 10_000}
          autoComplete="off"
          aria-describedby={hint && `f-${key}-hint`}
        />
      </div>
    );
  });
}
