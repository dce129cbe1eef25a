import { type LaneArrangement, ORDERS } from '../layout/arrangement.ts';
import { GROUPINGS } from '../store/laneKeys.ts';
import { choiceOption, numberOption, wrong } from './options.ts';

/** A lane lower than this or higher than that makes no sense, px. */
const LEAST = 10;
const MOST = 10_000;

/** What was asked of the lanes. @throws Refusal (2). */
export function lanesOption(values: {
  readonly group: string | undefined;
  readonly order: readonly string[];
  readonly collapse: readonly string[];
  readonly 'lane-height': readonly string[];
}): LaneArrangement {
  return {
    by: choiceOption('render', 'group', values.group, GROUPINGS) ?? 'category',
    order: orderOf(values.order),
    collapsed: values.collapse,
    heights: Object.fromEntries(values['lane-height'].map(heightOf)),
  };
}

/** One word that is a way of sorting; anything else is the key of a lane. */
function orderOf(words: readonly string[]): LaneArrangement['order'] {
  if (words.length === 0) return 'given';
  if (words.length > 1) return words;
  return ORDERS.find((order) => order === words[0]) ?? words;
}

/** `KEY=PX`; a key may hold `=` itself. */
function heightOf(value: string): readonly [key: string, height: number] {
  const at = value.lastIndexOf('=');
  if (at < 0) throw wrong('render', `--lane-height: found "${value}", expected KEY=PX, such as news=120`);
  return [
    value.slice(0, at),
    numberOption('render', 'lane-height', value.slice(at + 1), LEAST, MOST) ?? LEAST,
  ];
}
