import { describe, expect, it } from 'vitest';
import { drawMark, glyphOf, insideAt, markReach } from '../../src/layout/marks.ts';
import { toDays } from '../../src/model/days.ts';
import type { Mark } from '../../src/scene/scene.ts';
import { LIGHT } from '../../src/scene/theme.ts';
import { event } from './events.ts';

const plot = { x: 100, y: 0, width: 800, height: 200 };
const INK = '#3e6fb5';

function draw(edtf: string, scale: number, rest: Parameters<typeof event>[2] = {}, x = 500): Mark[] {
  return drawMark(glyphOf(event('a', edtf, rest)), x, 50, scale, plot, INK, LIGHT, 1);
}

const kinds = (marks: readonly Mark[]): string[] => marks.map(({ kind }) => kind);

describe('drawMark', () => {
  it('R8 draws a day as a plain dot', () => {
    const [dot, ...none] = draw('2024-05-16', 2);
    expect(none).toEqual([]);
    expect(dot).toMatchObject({ kind: 'circle', cx: 500, fill: INK });
    expect(dot).not.toHaveProperty('stroke');
  });

  it('R8 draws a known span as a firm bar of its length', () => {
    const [bar, ...none] = draw('2024-05-01/2024-05-30', 10);
    expect(none).toEqual([]);
    expect(bar).toMatchObject({ kind: 'rect', x: 350, width: 300, stroke: INK });
    expect(bar?.kind === 'rect' && bar.dash).toBeFalsy();
  });

  it.each(['2024-05', '2024-22', '2024', '202X'])(
    'R8 draws %s as a soft bar with a dot in its middle',
    (edtf) => {
      for (const scale of [0.01, 0.5, 6]) {
        const marks = draw(edtf, scale);
        expect(kinds(marks)).toEqual(['rect', 'circle']);
        const [bar, dot] = marks;
        expect(dot).toMatchObject({ cx: 500, r: 2.4 });
        expect(bar?.kind === 'rect' && typeof bar.fill === 'object' && bar.fill.colour).toBe(INK);
        expect(bar).not.toHaveProperty('stroke');
        expect(bar?.kind === 'rect' && bar.width).toBeGreaterThan(12);
      }
    },
  );

  it('R8 fades an open end away from the known day', () => {
    for (const [edtf, side] of [
      ['2023-07-01/..', 1],
      ['../2023-07-01', -1],
    ] as const) {
      const [tail, dot] = draw(edtf, 1);
      expect(dot).toMatchObject({ kind: 'circle', cx: 500 });
      if (tail?.kind !== 'rect' || typeof tail.fill !== 'object') throw new Error('no tail');
      expect(Math.sign(tail.x + tail.width / 2 - 500)).toBe(side);
      const far = tail.fill.stops[side > 0 ? tail.fill.stops.length - 1 : 0];
      expect(far?.opacity).toBe(0);
    }
  });

  it('R8 draws dashed and hollow what has not happened', () => {
    for (const edtf of ['2030-01-01', '2030-01-01/2030-03-01', '2030']) {
      for (const status of ['planned', 'hypothetical'] as const) {
        const [mark] = draw(edtf, 2, { status });
        expect(mark?.kind !== 'group' && mark?.kind !== 'text' && mark?.dash?.length).toBeTruthy();
      }
      const [mark] = draw(edtf, 2);
      expect(mark?.kind !== 'group' && mark?.kind !== 'text' && mark?.dash).toBeFalsy();
    }
  });

  it('R8 tells inferred and approximate dates from printed ones', () => {
    const pictures = [
      draw('2024-05-16', 2),
      draw('2024-05-16', 2, { how: 'inferred' }),
      draw('2024-05-16~', 2),
      draw('2024-05-16', 2, { status: 'planned' }),
      draw('2024-05', 2),
      draw('2024-05', 2, { how: 'heading' }),
      draw('2024-05~', 2),
    ].map((marks) => JSON.stringify(marks));
    expect(new Set(pictures).size).toBe(pictures.length);
    expect(kinds(draw('2024-05-16', 2, { how: 'heading' }))).toEqual(['circle', 'circle']);
    expect(draw('2024-05-16', 2, { how: 'relative' })).toEqual(draw('2024-05-16', 2));
  });

  it('R8 draws from the hour to the hour where a span says them', () => {
    const [start, end] = [toDays(1912, 4, 14) + 1420 / 1440, toDays(1912, 4, 15) + 140 / 1440];
    const night = glyphOf(event('a', '1912-04-14T23:40/1912-04-15T02:20'));
    expect(night).toMatchObject({ kind: 'span', start, end, at: (start + end) / 2 });
    const since = glyphOf(event('a', '1912-04-14T23:40/..'));
    expect(since).toMatchObject({ openEnd: true, at: start });
    // A side that knows its day only counts whole; nothing lasts less than no time.
    expect(glyphOf(event('a', '1912-04-14T23:40/1912-04-15')).end).toBe(toDays(1912, 4, 16));
    const dot = glyphOf(event('a', '1912-04-14T23:40/1912-04-14T23:40'));
    expect(dot.end).toBeGreaterThan(dot.start);
  });

  it('R8 makes a soft bar of a day that is drawn wide, but not of a time of day', () => {
    expect(kinds(draw('2024-05-16', 200))).toEqual(['rect', 'circle']);
    expect(kinds(draw('2024-05-16T09:00', 200))).toEqual(['circle']);
    expect(markReach(glyphOf(event('a', '2024-05-16')), 200)).toEqual([-100, 100]);
  });

  it('R13 cuts bars a little outside the plot and keeps the fade in place', () => {
    const whole = draw('2024', 2)[0];
    const cut = draw('2024', 2, {}, 100)[0];
    if (whole?.kind !== 'rect' || cut?.kind !== 'rect') throw new Error('no bars');
    expect(cut.x).toBe(76);
    expect(cut.x + cut.width).toBe(whole.x + whole.width - 400);
    if (typeof cut.fill !== 'object' || typeof whole.fill !== 'object') throw new Error('no fades');
    // The end is what it was; the beginning is as strong as the bar is there.
    expect(cut.fill.stops[cut.fill.stops.length - 1]).toEqual({ at: 1, opacity: 0 });
    expect(cut.fill.stops[0]?.opacity).toBeCloseTo(0.4, 6);
  });
});

describe('insideAt', () => {
  const span = glyphOf(event('a', '2024-01-01/2024-12-31'));

  it('R7 keeps the label of a bar at the edge of the view', () => {
    const reach = markReach(span, 4);
    for (const x of [400, 100, -300, -500]) {
      const at = insideAt(span, x, reach, 90, plot, 4);
      expect(at).toBe(Math.max(x + reach[0], plot.x) + 9);
    }
    // Too little of it is left in view.
    expect(insideAt(span, plot.x + 60 - reach[1], reach, 90, plot, 4)).toBeNull();
    expect(insideAt(span, 500, markReach(span, 0.1), 90, plot, 0.1)).toBeNull();
  });

  it('R7 keeps a label inside a soft bar clear of its dot', () => {
    const year = glyphOf(event('a', '2024'));
    const reach = markReach(year, 4);
    for (let x = -600; x < 1600; x += 7) {
      const at = insideAt(year, x, reach, 90, plot, 4);
      if (at === null) continue;
      expect(at > x + 4 || at + 90 < x - 4).toBe(true);
      expect(at).toBeGreaterThanOrEqual(plot.x);
      expect(at + 90).toBeLessThanOrEqual(plot.x + plot.width);
    }
  });
});
