/** The tokens as a Mantine theme: ramps, sizes, radii, and the few component defaults that differ from Mantine's. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eff9f6',
  '#e4f4ef',
  '#cdeae1',
  '#9ccabd',
  '#6cbfac',
  '#3e9886',
  '#217969',
  '#146052',
  '#0f493e',
  '#0a312a',
];
const saffron: MantineColorsTuple = [
  '#fff8f0',
  '#fff1e0',
  '#ffe0bd',
  '#f6cfa0',
  '#fcb76f',
  '#f0a64e',
  '#c0750f',
  '#8a5204',
  '#6f4000',
  '#4d2d04',
];
const grey: MantineColorsTuple = [
  '#f7faf9',
  '#eff4f2',
  '#e0e7e4',
  '#c3cdc9',
  '#a5afac',
  '#87918e',
  '#616b68',
  '#46504d',
  '#2b3532',
  '#171f1d',
];
const red: MantineColorsTuple = [
  '#fff2f0',
  '#fedbd7',
  '#ffb9b3',
  '#ff8a82',
  '#f0625e',
  '#e24947',
  '#c2272d',
  '#9b1e22',
  '#7a171b',
  '#571013',
];
const dark: MantineColorsTuple = [
  '#e8f0ee',
  '#bcc7c4',
  '#97a3a0',
  '#6f7b78',
  '#43504d',
  '#2a3533',
  '#1e2826',
  '#19211f',
  '#101716',
  '#0a0f0e',
];

/** The filled button and the quiet ones as the tokens say; anything else as Mantine has it. */
const variants: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  const isBrand = input.color === undefined || input.color === 'pine';
  if (!isBrand) return usual;
  if (input.variant === 'filled') {
    return {
      background: 'var(--filled)',
      hover: 'var(--filled-hover)',
      color: 'var(--on-filled)',
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'default') {
    return {
      background: 'var(--surface)',
      hover: 'var(--sunk)',
      color: 'var(--ink)',
      border: '1px solid var(--edge)',
    };
  }
  if (input.variant === 'subtle' || input.variant === 'light') {
    return {
      background: input.variant === 'light' ? 'var(--tint)' : 'transparent',
      hover: 'var(--tint)',
      color: 'var(--link)',
      border: '1px solid transparent',
    };
  }
  return usual;
};

/** Controls are 40 px, small ones 32, wherever a size is not asked for by name. */
const controlHeight = (part: string, variable: string) => (_theme: unknown, props: { size?: unknown }) => ({
  [part]: { [variable]: props.size === 'xs' ? '2rem' : '2.5rem' },
});

export const theme = createTheme({
  colors: { pine, saffron, gray: grey, red, dark },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: variants,
  white: '#ffffff',
  black: '#171f1d',
  fontFamily: "'Figtree Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.25rem', xl: '2rem' },
  lineHeights: { xs: '1.54', sm: '1.6', md: '1.6', lg: '1.4', xl: '1.25' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  headings: {
    fontFamily: "'Figtree Variable', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '2rem', lineHeight: '2.5rem' },
      h2: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5rem' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
      h5: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
      h6: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
    },
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '3rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  defaultRadius: 'md',
  // The ring itself is drawn in base.css, for every element alike.
  focusRing: 'never',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { fw: 600 }, vars: controlHeight('root', '--button-height') },
    Input: { vars: controlHeight('wrapper', '--input-height') },
    Popover: { defaultProps: { radius: 'lg', transitionProps: { duration: 120, transition: 'fade' } } },
    Menu: { defaultProps: { radius: 'lg', transitionProps: { duration: 120, transition: 'fade' } } },
    Combobox: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } },
    Select: {
      defaultProps: {
        allowDeselect: false,
        withCheckIcon: true,
        checkIconPosition: 'right',
      },
    },
    Tooltip: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--canvas)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-error': 'var(--harm)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-primary-color-filled': 'var(--filled)',
  '--mantine-primary-color-filled-hover': 'var(--filled-hover)',
  '--mantine-primary-color-contrast': 'var(--on-filled)',
};

/** Mantine's own colour roles, pointed at the tokens; the tokens know light and dark themselves. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
