import { Select } from '@mantine/core';
import type { SelectProps } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useSay } from '../i18n/language.tsx';
import type { Option } from './fields.ts';
import classes from './forms.module.css';
import { matches } from './matches.ts';

interface Props extends Omit<SelectProps, 'data' | 'filter'> {
  readonly options: readonly Option[];
  readonly searched: 'units' | 'people';
}

/** Always below its field: above, it would cover the label. */
const BELOW = { withinPortal: false, middlewares: { flip: false, shift: false } } as const;

/** Enter where nothing matches would send the whole form without the choice. */
const refuseUnchosen = (event: KeyboardEvent<HTMLInputElement>): void => {
  const field = event.currentTarget;
  const open = field.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Enter' && open && !field.hasAttribute('aria-activedescendant'))
    event.preventDefault();
};

/** A list to search in as people type, by name or code. Its program comes when it is needed. */
export default function SearchSelect({ options, searched, defaultValue, ...props }: Props) {
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const codes = new Map(options.map(({ value, code }) => [value, code]));
  return (
    <Select
      {...props}
      // An empty text is no choice: nothing is there to clear.
      defaultValue={defaultValue || null}
      data={options.map(({ value, label }) => ({ value, label }))}
      searchable
      selectFirstOptionOnChange
      checkIconPosition="right"
      nothingFoundMessage={say(searched === 'units' ? 'search.noUnit' : 'search.noPerson')}
      clearButtonProps={{ 'aria-label': say('search.clear') }}
      maxDropdownHeight={220}
      comboboxProps={BELOW}
      scrollAreaProps={{ viewportRef: list }}
      onKeyDown={refuseUnchosen}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onDropdownOpen={() =>
        requestAnimationFrame(() => list.current?.scrollIntoView({ block: 'nearest' }))
      }
      filter={({ options: all, search }) =>
        all.filter(
          (item) =>
            'label' in item && matches(`${item.label} ${codes.get(item.value) ?? ''}`, search),
        )
      }
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.label}</span>
          <span className={classes.code}>{codes.get(option.value)}</span>
        </span>
      )}
    />
  );
}
