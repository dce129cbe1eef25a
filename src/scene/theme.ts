/** Colours of one theme, `#rrggbb` each. */
export interface Theme {
  readonly name: 'light' | 'dark' | 'print';
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly chip: string;
}

/** Dark letters on light paper. */
export const LIGHT: Theme = {
  name: 'light',
  paper: '#fbfaf7',
  panel: '#ffffff',
  ink: '#1d1f24',
  muted: '#6d727a',
  rule: '#e7e3da',
  chip: '#f1eee6',
};

/** Light letters on dark paper. */
export const DARK: Theme = {
  name: 'dark',
  paper: '#15171b',
  panel: '#1c1f24',
  ink: '#eceae4',
  muted: '#9aa0a8',
  rule: '#2a2e35',
  chip: '#23272e',
};

/** For paper: white, with ink that a printer without colours shows as well. */
export const PRINT: Theme = {
  name: 'print',
  paper: '#ffffff',
  panel: '#ffffff',
  ink: '#000000',
  muted: '#54585f',
  rule: '#d6d6d6',
  chip: '#f2f2f2',
};

/** Themes of a picture by name. */
export const THEMES = { light: LIGHT, dark: DARK, print: PRINT } as const;
export type ThemeName = keyof typeof THEMES;
export const THEME_NAMES = ['light', 'dark', 'print'] as const satisfies readonly ThemeName[];
