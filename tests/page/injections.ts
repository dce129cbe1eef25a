/** Calls the canary that a test has put up; a program that lets any of these run is open to whoever writes a document. */
const RUNS = [
  '<script>canary()</script>',
  '<script src="data:text/javascript,canary()"></script>',
  '<img src=x onerror=canary()>',
  '<img/src="x"/onerror="canary()">',
  '<svg onload=canary()>',
  '<svg><script>canary()</script></svg>',
  '<svg><animate onbegin=canary() attributeName=x dur=1s>',
  '<svg><set attributeName=href to=javascript:canary()>',
  '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
  '<iframe src="javascript:parent.canary()"></iframe>',
  '<object data="data:text/html,<script>canary()</script>"></object>',
  '<embed src="javascript:canary()">',
  '<a href="javascript:canary()" autofocus onfocus=canary()>x</a>',
  '<details open ontoggle=canary()>',
  '<body onload=canary()>',
  '<video src=x onerror=canary()></video>',
  '<audio src=x onerror=canary()></audio>',
  '<input autofocus onfocus=canary()>',
  '<style>@import "javascript:canary()";</style>',
  '<link rel=stylesheet href="javascript:canary()">',
  '<meta http-equiv=refresh content="0;url=javascript:canary()">',
  '<base href="javascript:canary()//">',
  '<form action="javascript:canary()"><button autofocus onfocus=canary()>',
  '<math><mtext><img src=x onerror=canary()></mtext></math>',
  '<template><img src=x onerror=canary()></template>',
  '<noscript><p title="</noscript><img src=x onerror=canary()>">',
  '<div style="background:url(javascript:canary())">',
  '<foreignObject><body onload=canary()></foreignObject>',
  'javascript:canary()',
  '{{constructor.constructor("canary()")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is tried
  '${canary()}',
  '@html canary()',
];

/** What closes the place in which a text may stand. */
const BREAKS = [
  '',
  '"',
  "'",
  '">',
  "'>",
  '</title>',
  '</script>',
  ']]>',
  '-->',
  '</metadata></svg>',
  '\u0000',
  '\\u003c',
];

/** At least 150 strings, each as one that writes documents may try it. */
export const INJECTIONS: readonly string[] = RUNS.flatMap((run, i) =>
  BREAKS.filter((_, j) => (i + j) % 2 === 0).map((way) => `${way}${run}`),
);
