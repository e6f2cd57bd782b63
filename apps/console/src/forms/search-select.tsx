import { Select } from '@mantine/core';
import type { SelectProps } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import { fold } from '../i18n/fold.ts';
import { useSay } from '../i18n/language.tsx';
import type { Option } from './fields.ts';

interface Props extends Omit<SelectProps, 'data' | 'filter'> {
  readonly options: readonly Option[];
}

/** A list to search in as people type: without marks, `d` for `đ`. Its code comes when it is needed. */
export default function SearchSelect({ options, ...props }: Props) {
  const say = useSay();
  return (
    <Select
      {...props}
      data={[...options]}
      searchable
      checkIconPosition="right"
      nothingFoundMessage={say('register.noUnitFound')}
      comboboxProps={{ withinPortal: false }}
      filter={({ options: all, search }) =>
        all.filter((item) => 'label' in item && fold(item.label).includes(fold(search.trim())))
      }
    />
  );
}
