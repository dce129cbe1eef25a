/** Colours of one theme, `#rrggbb` each. */
export interface Theme {
  readonly name: 'light' | 'dark';
  readonly paper: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly chip: string;
}

export const LIGHT: Theme = {
  name: 'light',
  paper: '#fbfaf7',
  panel: '#ffffff',
  ink: '#1d1f24',
  muted: '#6d727a',
  rule: '#e7e3da',
  chip: '#f1eee6',
};

export const DARK: Theme = {
  name: 'dark',
  paper: '#15171b',
  panel: '#1c1f24',
  ink: '#eceae4',
  muted: '#9aa0a8',
  rule: '#2a2e35',
  chip: '#23272e',
};
