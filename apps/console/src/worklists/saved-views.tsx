import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Service } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { useSay } from '../i18n/language.tsx';
import { useBranch } from './branch.ts';
import { ExportList } from './export-list.tsx';
import type { FilterOption, ListFilter } from './filter-bar.tsx';
import { isFiltered, type ListPath, type ListSearch } from './list-search.ts';
import { ManageViews } from './manage-views.tsx';
import { SaveView } from './save-view.tsx';
import { isSame, searchOf, useSavedViews } from './saved-views-query.ts';
import classes from './saved-views.module.css';

/** The own views of a list, as links above it; what is done with them, and the list as a file. */
export function SavedViews({
  service,
  to,
  search,
  filters,
}: {
  service: Service;
  to: ListPath;
  /** With its view. */
  search: ListSearch;
  filters: readonly ListFilter[];
}) {
  const say = useSay();
  const branch = useBranch();
  const { data: views = [] } = useSavedViews(service);
  const [open, setOpen] = useState<'save' | 'manage'>();
  const close = () => setOpen(undefined);
  const shown = views.find((view) => isSame(searchOf(view), search));
  const isNarrowed = isFiltered(search) || search.sort !== undefined;
  const mayBeSaved = !shown && (isNarrowed || views.length > 0);
  const labelOf = (name: string): string => {
    const filter = filters.find((one) => one.name === name);
    return filter ? say(filter.label) : name;
  };
  const gone = [...filters, ...(branch.length === 1 ? [unitOf(branch)] : [])].filter(
    ({ name, options }) =>
      options.length > 0 &&
      search[name] !== undefined &&
      !options.some(({ value }) => value === search[name]),
  );
  return (
    <>
      <div className={classes.bar}>
        {views.length > 0 && (
          <nav className={classes.views} aria-label={say('saved.title')}>
            <span className={classes.title} aria-hidden="true">
              {say('saved.title')}
            </span>
            {views.map((view) => (
              <Link
                key={view.id}
                to={to}
                search={searchOf(view)}
                state={{}}
                aria-current={view === shown ? 'page' : undefined}
              >
                {view.name}
                {view.isDefault && (
                  <span className={classes.first}> ({say('saved.isDefault')})</span>
                )}
              </Link>
            ))}
          </nav>
        )}
        <span className={classes.actions}>
          {mayBeSaved && (
            <button type="button" className={classes.action} onClick={() => setOpen('save')}>
              {say('saved.save')}
            </button>
          )}
          {views.length > 0 && (
            <button type="button" className={classes.action} onClick={() => setOpen('manage')}>
              {say('saved.manage')}
            </button>
          )}
          <ExportList service={service} to={to} search={search} />
        </span>
      </div>
      <div className={classes.told}>
        {shown && shown.outdated.length > 0 && (
          <Notice tone="soon" title={say('saved.outdated')} role="status">
            <p>{shown.outdated.map(labelOf).join(', ')}</p>
          </Notice>
        )}
        {gone.length > 0 && (
          <Notice tone="soon" title={say('saved.unknown')} role="status">
            <p>
              {say('saved.unknownText', {
                filters: gone.map(({ label }) => say(label)).join(', '),
              })}
            </p>
          </Notice>
        )}
      </div>
      {open === 'save' && <SaveView service={service} to={to} search={search} onClose={close} />}
      {open === 'manage' && <ManageViews views={views} onClose={close} />}
    </>
  );
}

/** Of one unit nothing is chosen, so there is no filter of it; an address may name another all the same. */
const unitOf = (options: readonly FilterOption[]): ListFilter => ({
  name: 'unit',
  label: 'filter.unit',
  options,
});
