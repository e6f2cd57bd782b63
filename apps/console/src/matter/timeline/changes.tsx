import type { HistoryEntry } from '../../api/types.ts';
import { fileSize, fileType, readFileLine } from '../../i18n/files.ts';
import { useBoth, useLanguage, useSay } from '../../i18n/language.tsx';
import classes from './timeline.module.css';

/** What an event recorded; a sealed value is shown as closed, never fetched for this. */
export function Changes({ changes }: { changes: HistoryEntry['changes'] }) {
  const say = useSay();
  const both = useBoth();
  if (changes.length === 0) return null;
  return (
    <dl className={classes.changes}>
      {changes.map(({ label, value, closed }) => (
        <div key={label.vi}>
          <dt>{both(label)}</dt>
          <dd>
            {closed ? (
              <span className={classes.closed} data-kind={closed}>
                {say(closed === 'identity' ? 'timeline.closedIdentity' : 'timeline.closed')}
              </span>
            ) : value === null ? (
              '–'
            ) : typeof value === 'string' ? (
              <Value text={value} />
            ) : (
              both(value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Text as it is; of a file what people know it by, its check sum folded. */
function Value({ text }: { text: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const file = readFileLine(text);
  if (!file) return text;
  return (
    <>
      {say('matter.fileOf', { type: fileType(file.type), size: fileSize(file.bytes, language) })}
      <details className={classes.hash}>
        <summary>{say('timeline.hash')}</summary>
        <code>{file.hash}</code>
      </details>
    </>
  );
}
