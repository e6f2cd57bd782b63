import { folioRange, words } from '@minh-bach/contracts/browser';
import type { CaseMatter } from '../../api/types.ts';
import { Written } from '../../components/page.tsx';
import { timeAndDate } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import classes from '../matter.module.css';
import { CaseFiles } from './case-files.tsx';

export type Recorded = Pick<
  CaseMatter['evidence'][number],
  'at' | 'by' | 'item' | 'folio' | 'files' | 'withdrawn' | 'text'
>;

/** An explanation or a piece of evidence, with its numbers in the case file; one that is withdrawn stays, marked. */
export function Piece({
  title,
  meta,
  recorded,
  number,
  opens,
}: {
  title: string;
  meta?: string;
  recorded: Recorded;
  /** Of the case. */
  number: string;
  /** May the reader open files here? */
  opens: boolean;
}) {
  const say = useSay();
  const { folio, files, withdrawn, text } = recorded;
  return (
    <div className={classes.piece} data-withdrawn={withdrawn !== null}>
      <p className={classes.pieceTitle}>{title}</p>
      {meta !== undefined && <p className={classes.barMeta}>{meta}</p>}
      {folio && <p className={classes.barMeta}>{say(folioWords(folio))}</p>}
      {withdrawn && (
        <>
          <p className={classes.withdrawn}>
            {say(
              words(
                `Đã rút khỏi hồ sơ: ${withdrawn.by.name}, ${timeAndDate(withdrawn.at, say)}`,
                `Withdrawn: ${withdrawn.by.name}, ${timeAndDate(withdrawn.at, say)}`,
              ),
            )}
          </p>
          <Written>{withdrawn.reason ?? say('matter.erased')}</Written>
        </>
      )}
      <Written>{text ?? say('matter.erased')}</Written>
      {files.length > 0 && (
        <CaseFiles number={number} item={recorded.item} files={files} opens={opens} />
      )}
    </div>
  );
}

export const folioWords = (folio: { readonly from: number; readonly to: number }) =>
  words(
    `Bút lục ${folioRange(folio)}`,
    `${folio.from === folio.to ? 'Folio' : 'Folios'} ${folioRange(folio)}`,
  );
