import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eef6f7',
  '#e6f0f1',
  '#c3dade',
  '#94bcc4',
  '#5f98a4',
  '#2f7585',
  '#0b5566',
  '#084351',
  '#06343f',
  '#04252d',
];

/** 14 meta, 15 dense tables, 16 console, 18 and 20 headings; never a line height below 1.25. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 6,
  colors: { petrol },
  black: '#16212b',
  fontFamily: "'Source Sans 3', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '14px', sm: '15px', md: '16px', lg: '18px', xl: '20px' },
  lineHeights: { xs: '20px', sm: '22px', md: '25px', lg: '29px', xl: '27px' },
  defaultRadius: 4,
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  cursorType: 'pointer',
  variantColorResolver: defaultVariantColorsResolver,
  components: {
    RadioGroup: {
      defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'], size: 'md' },
    },
    Radio: { defaultProps: { size: 'sm' } },
    InputDescription: { defaultProps: { fz: 14, lh: '20px' } },
    InputError: { defaultProps: { fz: 15, lh: '22px', fw: 600 } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: {
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    },
    Textarea: {
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    },
    NativeSelect: {
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    },
  },
});
