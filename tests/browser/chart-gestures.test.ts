import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FrameLoop } from '../../src/ui/frames.ts';
import { chartGestures, type Hands } from '../../src/ui/gestures/chart.ts';

/** An element of 1000 × 500 px whose plot is 100 … 900 and whose overview is the lowest 100 px, days 0 … 800. */
let element: HTMLElement;
let detach: () => void;
let calls: [name: string, ...words: unknown[]][];
let span: { start: number; end: number };

beforeEach(() => {
  element = document.createElement('div');
  Object.assign(element.style, { position: 'fixed', left: '0', top: '0', width: '1000px', height: '500px' });
  document.body.append(element);
  // Made-up pointers cannot be captured.
  element.setPointerCapture = () => {};
  calls = [];
  span = { start: 200, end: 400 };
  const say =
    (name: string) =>
    (...words: unknown[]): void => {
      calls.push([name, ...words]);
    };
  const hands: Hands = {
    plot: () => ({ x: 100, y: 50, width: 800, height: 350 }),
    overview: () => ({ x: 100, y: 400, width: 800, height: 100, start: 0, end: 800 }),
    span: () => span,
    zoom: say('zoom'),
    pan: say('pan'),
    show: say('show'),
    release: say('release'),
    halt: () => {},
    click: say('click'),
    hover: (at) => at && calls.push(['hover', at.x, at.y]),
    brush: say('brush'),
  };
  detach = chartGestures(hands)(element) as () => void;
});

afterEach(() => {
  detach();
  element.remove();
});

const wheel = (init: WheelEventInit) => {
  const event = new WheelEvent('wheel', {
    cancelable: true,
    bubbles: true,
    clientX: 300,
    clientY: 200,
    ...init,
  });
  element.dispatchEvent(event);
  return event;
};

const pointer = (type: string, x: number, y: number, init: PointerEventInit = {}) =>
  element.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      clientX: x,
      clientY: y,
      pointerId: 1,
      pointerType: 'mouse',
      ...init,
    }),
  );

const drag = (from: [number, number], to: [number, number], init: PointerEventInit = {}) => {
  pointer('pointerdown', ...from, init);
  pointer('pointermove', ...to, init);
  pointer('pointerup', ...to, init);
};

const named = (name: string) => calls.filter((call) => call[0] === name).map((call) => call.slice(1));

describe('the wheel', () => {
  test('zooms at the pointer, and the page does not scroll', () => {
    expect(wheel({ deltaY: 500 }).defaultPrevented).toBe(true);
    expect(calls).toEqual([['zoom', 300, 2, false]]);
  });

  test('by lines and by pages is as many px', () => {
    wheel({ deltaY: 10, deltaMode: WheelEvent.DOM_DELTA_LINE });
    wheel({ deltaY: 160 });
    const [lines, px] = named('zoom');
    expect(lines).toEqual(px);
    wheel({ deltaY: 1, deltaMode: WheelEvent.DOM_DELTA_PAGE });
    expect(named('zoom')[2]?.[1]).toBe(2);
  });

  test('with shift or sideways pans', () => {
    wheel({ deltaY: 80, shiftKey: true });
    wheel({ deltaX: -80, deltaY: 10 });
    expect(calls).toEqual([
      ['pan', 0.1],
      ['pan', -0.1],
    ]);
  });

  test('of a pinch on a trackpad zooms with its small numbers', () => {
    wheel({ deltaY: 100, ctrlKey: true });
    expect(calls).toEqual([['zoom', 300, 2, false]]);
  });
});

describe('a pointer', () => {
  test('clicks when it hardly moves, and pans beyond', () => {
    drag([300, 200], [302, 201]);
    expect(calls).toEqual([['click', 302, 201]]);
    calls = [];
    drag([300, 200], [220, 200]);
    expect(named('pan')).toEqual([[0.1]]);
    expect(named('click')).toEqual([]);
  });

  test('with another button does nothing', () => {
    pointer('pointerdown', 300, 200, { button: 2 });
    pointer('pointerup', 300, 200, { button: 2 });
    expect(calls).toEqual([]);
  });

  test('with shift shows the stretch that it draws, in either direction', () => {
    drag([500, 200], [300, 250], { shiftKey: true });
    expect(named('brush')).toEqual([[{ from: 300, to: 500 }], [null]]);
    expect(named('show')).toEqual([[{ start: 250, end: 300 }, true]]);
  });

  test('lets go with its speed', async () => {
    pointer('pointerdown', 300, 200);
    for (const x of [310, 340, 370]) {
      await new Promise((done) => setTimeout(done, 12));
      pointer('pointermove', x, 200);
    }
    pointer('pointerup', 370, 200);
    const [[speed] = []] = named('release') as [number][];
    expect(speed).toBeLessThan(-0.0005);
    expect(speed).toBeGreaterThan(-0.01);
  });

  test('that is taken away by the system finishes nothing', () => {
    pointer('pointerdown', 500, 200, { shiftKey: true });
    pointer('pointermove', 300, 200, { shiftKey: true });
    pointer('pointercancel', 300, 200);
    expect(named('show')).toEqual([]);
    expect(named('brush').at(-1)).toEqual([null]);
  });

  test('double-clicks to zoom in there, out with shift', () => {
    element.dispatchEvent(new MouseEvent('dblclick', { clientX: 500, clientY: 200 }));
    element.dispatchEvent(new MouseEvent('dblclick', { clientX: 500, clientY: 200, shiftKey: true }));
    element.dispatchEvent(new MouseEvent('dblclick', { clientX: 500, clientY: 450 }));
    expect(calls).toEqual([
      ['zoom', 500, 0.5, true],
      ['zoom', 500, 2, true],
    ]);
  });
});

describe('two fingers', () => {
  const finger = (type: string, id: number, x: number) =>
    pointer(type, x, 200, { pointerId: id, pointerType: 'touch' });

  test('zoom by how far apart they are, around their middle', () => {
    finger('pointerdown', 1, 400);
    finger('pointerdown', 2, 500);
    finger('pointermove', 2, 600);
    expect(named('zoom')).toEqual([[500, 0.5, false]]);
    expect(named('pan')).toEqual([[-0.0625]]);
  });

  test('become one without a jump, and never a click', () => {
    finger('pointerdown', 1, 400);
    finger('pointerdown', 2, 500);
    finger('pointerup', 2, 500);
    calls = [];
    finger('pointermove', 1, 408);
    finger('pointerup', 1, 408);
    expect(named('pan')).toEqual([[-0.01]]);
    expect(named('click')).toEqual([]);
  });
});

describe('the overview', () => {
  // The window 200 … 400 stands at 300 … 500 px.
  test('is panned by the window’s middle', () => {
    drag([400, 450], [450, 450]);
    expect(named('show')).toEqual([[{ start: 250, end: 450 }, false]]);
  });

  test('is zoomed by its edges, which do not pass each other', () => {
    drag([302, 450], [252, 450]);
    drag([498, 450], [200, 450]);
    const [[left], [right]] = named('show') as [
      [{ start: number; end: number }],
      [{ start: number; end: number }],
    ];
    expect(left).toEqual({ start: 152, end: 400 });
    expect(right.start).toBe(200);
    expect(right.end).toBeGreaterThan(200);
  });

  test('gets a new window where there is none, or is centred by a click', () => {
    drag([700, 450], [800, 450]);
    expect(named('show')).toEqual([[{ start: 600, end: 700 }, false]]);
    calls = [];
    drag([700, 450], [700, 450]);
    expect(named('show')).toEqual([[{ start: 500, end: 700 }, true]]);
  });

  test('has nothing to hover', () => {
    pointer('pointermove', 400, 450);
    pointer('pointermove', 400, 200);
    expect(named('hover')).toEqual([[400, 200]]);
  });
});

test('nothing is heard any more once it is detached', () => {
  detach();
  wheel({ deltaY: 100 });
  drag([300, 200], [100, 200]);
  expect(calls).toEqual([]);
});

describe('the frame loop', () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  test('paints once however often it is asked, and rests', async () => {
    let painted = 0;
    const loop = new FrameLoop(() => {
      painted++;
      return false;
    });
    for (let i = 0; i < 5; i++) loop.request();
    await frame();
    await frame();
    expect(painted).toBe(1);
  });

  test('goes on by itself while something moves', async () => {
    let left = 3;
    const loop = new FrameLoop(() => --left > 0);
    loop.request();
    for (let i = 0; i < 5; i++) await frame();
    expect(left).toBe(0);
  });

  test('stops', async () => {
    let painted = 0;
    const loop = new FrameLoop(() => {
      painted++;
      return true;
    });
    loop.request();
    loop.stop();
    await frame();
    expect(painted).toBe(0);
  });
});
