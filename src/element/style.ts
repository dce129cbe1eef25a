/** How the element looks. Colours and font are those of the page where it gives any. */
export const STYLE = `
:host {
  display: block;
  position: relative;
  block-size: var(--dateline-height, 480px);
  min-block-size: 160px;
  contain: layout paint style;
  color: var(--ink);
  background: var(--paper);
  font: 14px/1.5 var(--font);
  --font: var(--dateline-font, 'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif);
  --gap: var(--dateline-gap, 12px);
  --focus: var(--dateline-accent, #2f6fd6);
}
:host([hidden]), [hidden] { display: none !important; }
*, *::before { box-sizing: border-box; }
h1, h2, h3, p, figure, blockquote { margin: 0; }
.frame { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 100%; }
.main { grid-row: 2; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 0; position: relative; }
.main.beside { grid-template-columns: minmax(0, 1fr) min(348px, 42%); }
.chart { position: relative; min-inline-size: 0; min-block-size: 0; overflow: hidden; }
.surface { position: absolute; inset: 0; overflow: hidden; cursor: grab; user-select: none; -webkit-user-select: none; }
.surface.over { cursor: pointer; }
canvas { display: block; }
.list { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.chart:has(.list:focus-visible)::after { content: ''; position: absolute; inset: 0; border: 2px solid var(--focus); pointer-events: none; }
.ring, .brush { position: absolute; pointer-events: none; }
.ring { margin: -2px; padding: 2px; box-sizing: content-box; border-radius: 6px; background: color-mix(in srgb, var(--ink) 8%, transparent); }
.brush { border: solid var(--muted); border-width: 0 1px; background: color-mix(in srgb, var(--focus) 14%, transparent); }
.tooltip {
  position: absolute; z-index: 3; max-inline-size: min(320px, calc(100% - 16px)); padding: 8px 12px;
  border: 1px solid var(--rule); border-radius: 10px; background: var(--panel);
  box-shadow: 0 4px 16px rgb(0 0 0 / 14%); font-size: 13px; pointer-events: none;
}
.tooltip .title { font-weight: 600; }
.how { color: var(--muted); font-size: 12px; overflow-wrap: anywhere; }
.message { position: absolute; inset: 0; display: grid; place-content: center; padding: 24px; color: var(--muted); text-align: center; pointer-events: none; }
.message.error { color: var(--ink); pointer-events: auto; }
.bar { display: grid; gap: 8px; padding: var(--gap) 16px; border-block-end: 1px solid var(--rule); }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; }
.name { font-size: 17px; line-height: 1.3; font-weight: 650; min-inline-size: 0; overflow-wrap: anywhere; }
.count { color: var(--muted); font-variant-numeric: tabular-nums; margin-inline-end: auto; }
input {
  font: inherit; color: inherit; inline-size: 240px; max-inline-size: 100%; padding: 4px 10px; border: 1px solid var(--rule);
  border-radius: 8px; background: var(--panel);
}
input::placeholder { color: var(--muted); opacity: 1; }
button { font: inherit; color: inherit; cursor: pointer; }
.all { padding: 4px 10px; border: 1px solid var(--rule); border-radius: 8px; background: var(--panel); }
.all[aria-pressed='true'] { background: var(--chip); }
.chips { display: flex; gap: 6px; overflow-x: auto; scrollbar-width: thin; padding: 2px; margin: -2px; }
.chip { display: flex; align-items: center; gap: 6px; flex: none; padding: 3px 10px; border: 0; border-radius: 999px; background: var(--chip); font-size: 13px; }
.chip[aria-pressed='false'] { background: none; box-shadow: inset 0 0 0 1px var(--rule); color: var(--muted); text-decoration: line-through; }
.chip[aria-pressed='false'] .dot { opacity: 0.35; }
.chip .number { color: var(--muted); font-variant-numeric: tabular-nums; }
.dot { inline-size: 9px; block-size: 9px; border-radius: 50%; background: var(--colour); flex: none; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.panel { overflow-y: auto; padding: 14px 18px 24px; border-inline-start: 1px solid var(--rule); background: var(--panel); overscroll-behavior: contain; }
.panel .top { display: flex; align-items: center; gap: 8px; font-size: 13px; }
.panel .category { color: var(--colour-ink); font-weight: 600; }
.panel .status { color: var(--muted); }
.panel .close { margin-inline-start: auto; inline-size: 30px; block-size: 30px; border: 0; border-radius: 8px; background: none; font-size: 20px; line-height: 1; }
.panel .close:hover { background: var(--chip); }
.steps { display: flex; align-items: center; gap: 8px; margin-block-start: 8px; color: var(--muted); font-size: 13px; }
.to { padding: 2px 10px; border: 1px solid var(--rule); border-radius: 8px; background: none; }
.to:disabled { opacity: 0.4; cursor: default; }
.note { margin-block-start: 8px; padding: 8px 12px; border-radius: 8px; background: var(--chip); overflow-wrap: anywhere; white-space: pre-line; }
.panel h2 { margin-block: 8px 6px; font-size: 18px; line-height: 1.3; font-weight: 650; overflow-wrap: anywhere; outline: none; }
.panel h3 { margin-block: 20px 10px; font-size: 12px; font-weight: 600; color: var(--muted); }
.panel code { margin-inline-start: 4px; color: var(--muted); font-size: 12px; }
.fact { display: grid; grid-template-columns: 96px 1fr; gap: 8px; margin-block-start: 6px; overflow-wrap: anywhere; }
.fact .name { font-size: inherit; font-weight: 400; color: var(--muted); }
.panel figure { margin-block-end: 16px; }
.panel blockquote { padding-inline-start: 12px; border-inline-start: 2px solid var(--colour); font: 14px/1.6 Charter, 'Iowan Old Style', Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; white-space: pre-line; }
.panel .heading { font-weight: 600; }
.panel figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; margin-block-start: 4px; padding-inline-start: 14px; color: var(--muted); font-size: 12px; }
mark { color: inherit; background: color-mix(in srgb, var(--colour) 24%, transparent); border-radius: 3px; padding: 0 1px; }
.narrow .main.beside { grid-template: minmax(0, 1fr) fit-content(52%) / minmax(0, 1fr); }
.narrow .panel { border: 0; border-radius: 14px 14px 0 0; box-shadow: 0 -6px 24px rgb(0 0 0 / 16%); z-index: 4; }
.narrow input { order: 1; flex: 1 1 120px; inline-size: auto; min-inline-size: 0; }
.narrow .all { order: 2; }
slot { display: none; }
.frame.failed { display: block; block-size: auto; }
.failed .main, .failed .bar { display: none; }
.failed .message { position: static; }
.failed ~ slot { display: block; }
@media print {
  :host { block-size: auto !important; contain: none; break-inside: avoid; }
  .frame, .main, .main.beside { display: block; }
  .chart, .surface { position: static; }
  canvas { inline-size: 100% !important; block-size: auto !important; }
  .panel, input, .all, .tooltip, .ring, .list { display: none; }
}
`;
