import { Combobox, InputBase, useCombobox } from '@mantine/core';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useSay } from '../i18n/language.tsx';
import type { Option } from './fields.ts';
import classes from './forms.module.css';
import { found, isMeant } from './matches.ts';

interface Props {
  readonly options: readonly Option[];
  readonly searched: 'units' | 'people';
  readonly clearable: boolean;
  readonly id: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  /** An option's value, or what was typed while that matches none. */
  readonly defaultValue?: string;
  readonly onChange: (value: string) => void;
  readonly 'data-path'?: string;
}

/** Always below its field: above, it would cover the label. */
const BELOW = { withinPortal: false, middlewares: { flip: false, shift: false } } as const;

/**
 * A list to search in as people type or paste, by name or code. What was typed is never dropped: Tab and
 * Enter choose what is marked, leaving chooses the only match, and what matches nothing stays with an error.
 */
export function SearchSelect(props: Props) {
  const { options, searched, clearable, defaultValue = '', onChange, error, ...field } = props;
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState(defaultValue);
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const shown = typed === undefined ? options : found(options, typed);
  const combobox = useCombobox({
    onDropdownOpen: () =>
      requestAnimationFrame(() => list.current?.scrollIntoView({ block: 'nearest' })),
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  useEffect(() => {
    // What is typed marks the first that matches.
    if (typed === undefined || typed.trim() === '') combobox.resetSelectedOption();
    else combobox.selectFirstOption();
  }, [typed]);

  const put = (next: string) => {
    setValue(next);
    onChange(next);
  };
  const choose = (next: string) => {
    put(next);
    setTyped(undefined);
    combobox.closeDropdown();
  };
  const type = (text: string) => {
    setTyped(text);
    setLeft(false);
    // Sent as it stands: one that is meant is chosen already.
    put(isMeant(options, text)?.value ?? text.trim());
    combobox.openDropdown();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const first = typed === undefined || typed.trim() === '' ? undefined : shown[0];
    const marked = shown[combobox.getSelectedOptionIndex()] ?? first;
    const open = combobox.dropdownOpened && !event.nativeEvent.isComposing;
    if (event.key === 'Enter' && open) {
      // Enter where nothing is marked would send the whole form without the choice.
      event.preventDefault();
      event.stopPropagation();
      if (marked) choose(marked.value);
    }
    if (event.key === 'Tab' && open && marked) choose(marked.value);
  };
  const leave = () => {
    combobox.closeDropdown();
    setLeft(true);
    if (typed !== undefined && (chosen || typed.trim() === '')) setTyped(undefined);
  };
  const unmatched = left && value !== '' && !chosen;
  return (
    <Combobox store={combobox} onOptionSubmit={choose} {...BELOW}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...field}
          size="md"
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          value={typed ?? chosen?.label ?? value}
          error={error ?? (unmatched && say(`search.choose.${searched}`))}
          autoComplete="off"
          spellCheck={false}
          rightSection={
            clearable && value !== '' ? (
              <Combobox.ClearButton aria-label={say('search.clear')} onClear={() => choose('')} />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={clearable && value !== '' ? 'all' : 'none'}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={({ currentTarget }) => {
            currentTarget.select();
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.list} ref={list}>
          {shown.map((option) => (
            <Combobox.Option
              key={option.value}
              value={option.value}
              active={option.value === value}
              className={classes.option ?? ''}
            >
              <span>{option.label}</span>
              <span className={classes.code}>{option.code}</span>
            </Combobox.Option>
          ))}
          {shown.length === 0 && (
            <Combobox.Empty>
              {say(searched === 'units' ? 'search.noUnit' : 'search.noPerson')}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
