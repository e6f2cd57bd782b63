import { CONCLUSION_WORDS } from '@minh-bach/contracts/browser';
import type { CaseMatter } from '../../api/types.ts';
import { Notice } from '../../components/notice.tsx';
import { Written } from '../../components/page.tsx';
import { timeAndDate } from '../../i18n/dates.ts';
import { useSay } from '../../i18n/language.tsx';
import classes from '../matter.module.css';

const idOf = (version: number): string => `draft-${version}`;

/** As many frames as a slow page takes to draw what was just read. */
const PATIENCE = 300;

/** Leads to where a draft can be read, once it is on the page. */
export function focusDraft(version: number | undefined, patience = PATIENCE): void {
  if (version === undefined || patience === 0) return;
  requestAnimationFrame(() => {
    const draft = document.getElementById(idOf(version));
    if (draft) draft.focus();
    else focusDraft(version, patience - 1);
  });
}

/** A conclusion as it was put up for approval; why it was returned stands first. */
export function Draft({ draft }: { draft: CaseMatter['drafts'][number] }) {
  const say = useSay();
  const part = (title: string, text: string | null) => (
    <>
      <h4>{title}</h4>
      <Written>{text ?? say('matter.erased')}</Written>
    </>
  );
  return (
    <article
      id={idOf(draft.version)}
      tabIndex={-1}
      className={classes.draft}
      data-status={draft.status}
    >
      <h3>
        {say(draft.status === 'approved' ? 'matter.conclusionDraft' : 'matter.draft', {
          version: draft.version,
        })}
      </h3>
      <p className={classes.barMeta}>
        {say('matter.draftBy', { name: draft.by.name, time: timeAndDate(draft.at, say) })} ·{' '}
        {say(`matter.draft.${draft.status}`)}
      </p>
      {draft.status === 'returned' && (
        <Notice tone="soon" title={say('matter.returnNote')}>
          <Written>{draft.returnNote ?? say('matter.erased')}</Written>
        </Notice>
      )}
      <p className={classes.conclusion}>{say(CONCLUSION_WORDS[draft.conclusion])}</p>
      {part(say('matter.findings'), draft.findings)}
      {part(say('matter.law'), draft.law)}
      {part(say('matter.measures'), draft.measures)}
    </article>
  );
}
