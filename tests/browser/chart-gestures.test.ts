import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FrameLoop } from '../../src/ui/frames.ts';
import { chartGestures, type Hands } from '../../src/ui/gestures/chart.ts';

/** An element of 1000 × 500 px whose plot is 100 … 900 and whose overview is the lowest 100 px, days 0 … 800. */
let element: HTMLElement;
let detach: () => void;
let calls: [name: string, ...words: unknown[]][];
let span: { start: number; end: number };
let hands: Hands;
/** Whether the chart leaves a plain wheel to the page around. */
let yields: boolean;

/** A drag swallows the click that it ends with, until the browser has dealt with it. */
const dealtWith = () => new Promise((done) => setTimeout(done));

beforeEach(async () => {
  await dealtWith();
  element = document.createElement('div');
  Object.assign(element.style, { position: 'fixed', left: '0', top: '0', width: '1000px', height: '500px' });
  document.body.append(element);
  calls = [];
  span = { start: 200, end: 400 };
  const say =
    (name: string) =>
    (...words: unknown[]): void => {
      calls.push([name, ...words]);
    };
  yields = false;
  hands = {
    plot: () => ({ x: 100, y: 50, width: 800, height: 350 }),
    overview: () => ({ x: 100, y: 400, width: 800, height: 100, start: 0, end: 800 }),
    span: () => span,
    zoom: say('zoom'),
    pan: say('pan'),
    show: say('show'),
    release: say('release'),
    halt: () => {},
    // A name stands in the left 100 px.
    fit: (x, y) => x < 100 && calls.push(['fit', x, y]) > 0,
    yields: () => yields,
    click: say('click'),
    hover: (at) => at && calls.push(['hover', at.x, at.y]),
    brush: say('brush'),
  };
  detach = chartGestures(hands)(element) as () => void;
});

afterEach(() => {
  down.clear();
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

const mouse = (
  type: 'mousedown' | 'mousemove' | 'mouseup',
  x: number,
  y: number,
  init: MouseEventInit = {},
) => {
  const common = { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y, ...init };
  element.dispatchEvent(
    new PointerEvent(type.replace('mouse', 'pointer'), { ...common, pointerType: 'mouse' }),
  );
  element.dispatchEvent(new MouseEvent(type, common));
  // A browser lets every release of the first button be followed by a click.
  if (type === 'mouseup' && !init.button) element.dispatchEvent(new MouseEvent('click', common));
};

const drag = (from: [number, number], to: [number, number], init: MouseEventInit = {}) => {
  mouse('mousedown', ...from, init);
  mouse('mousemove', ...to, { buttons: 1, ...init });
  mouse('mouseup', ...to, init);
};

/** Fingers that are down, by name. */
const down = new Map<number, Touch>();
const finger = (type: 'start' | 'move' | 'end' | 'cancel', identifier: number, x: number, y = 200) => {
  const touch = new Touch({ identifier, target: element, clientX: x, clientY: y });
  if (type === 'start' || type === 'move') down.set(identifier, touch);
  else down.delete(identifier);
  const event = new TouchEvent(`touch${type}`, {
    bubbles: true,
    cancelable: true,
    view: window,
    touches: [...down.values()],
    targetTouches: [...down.values()],
    changedTouches: [touch],
  });
  element.dispatchEvent(event);
  return event;
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
    wheel({ deltaY: 1, deltaMode: WheelEvent.DOM_DELTA_PAGE });
    const factors = named('zoom').map(([, factor]) => factor as number);
    expect(factors[0]).toBeCloseTo(2 ** 0.32, 9);
    expect(factors[1]).toBeCloseTo(2 ** 0.32, 9);
    expect(factors[2]).toBeCloseTo(2, 9);
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

  test('adds nothing up: every turn tells its own distance, at its own place', () => {
    for (const x of [300, 300, 700]) wheel({ deltaY: -500, clientX: x });
    expect(named('zoom')).toEqual([
      [300, 0.5, false],
      [300, 0.5, false],
      [700, 0.5, false],
    ]);
  });

  test('may still be turning when a drag begins, and neither disturbs the other', async () => {
    wheel({ deltaY: -500 });
    mouse('mousedown', 300, 200);
    mouse('mousemove', 220, 200, { buttons: 1 });
    await new Promise((done) => setTimeout(done, 200));
    mouse('mousemove', 140, 200, { buttons: 1 });
    mouse('mouseup', 140, 200);
    expect(named('pan')).toEqual([[0.1], [0.1]]);
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

  test('twice on a name shows all that it names', () => {
    element.dispatchEvent(new MouseEvent('dblclick', { view: window, clientX: 50, clientY: 200 }));
    expect(calls).toEqual([['fit', 50, 200]]);
  });

  test('with another button does nothing', () => {
    drag([300, 200], [200, 200], { button: 2 });
    expect(calls).toEqual([]);
  });

  test('with shift shows the stretch that it draws, in either direction', () => {
    drag([500, 200], [300, 250], { shiftKey: true });
    expect(named('brush')).toEqual([[{ from: 300, to: 500 }], [null]]);
    expect(named('show')).toEqual([[{ start: 250, end: 300 }, true]]);
  });

  test('lets go with its speed', async () => {
    mouse('mousedown', 300, 200);
    for (const x of [310, 340, 370]) {
      await new Promise((done) => setTimeout(done, 12));
      mouse('mousemove', x, 200, { buttons: 1 });
    }
    mouse('mouseup', 370, 200);
    const [[speed] = []] = named('release') as [number][];
    expect(speed).toBeLessThan(-0.0005);
    expect(speed).toBeGreaterThan(-0.01);
  });

  test('that is taken away by the system throws nothing', async () => {
    finger('start', 1, 300);
    for (const x of [310, 340, 370]) {
      await new Promise((done) => setTimeout(done, 12));
      finger('move', 1, x);
    }
    finger('cancel', 1, 370);
    expect(named('pan')).toHaveLength(3);
    expect(named('release')).toEqual([]);
  });

  test('double-clicks to zoom in there, out with shift', () => {
    element.dispatchEvent(new MouseEvent('dblclick', { view: window, clientX: 500, clientY: 200 }));
    element.dispatchEvent(
      new MouseEvent('dblclick', { view: window, clientX: 500, clientY: 200, shiftKey: true }),
    );
    element.dispatchEvent(new MouseEvent('dblclick', { view: window, clientX: 500, clientY: 450 }));
    expect(calls).toEqual([
      ['zoom', 500, 0.5, true],
      ['zoom', 500, 2, true],
    ]);
  });
});

describe('in another page', () => {
  beforeEach(() => {
    detach();
    detach = chartGestures(hands, true)(element) as () => void;
  });

  test('a plain wheel is that page’s until the chart has the focus; one with ctrl never', () => {
    yields = true;
    for (const move of [{ deltaY: 500 }, { deltaX: 80 }, { deltaY: 80, shiftKey: true }]) {
      expect(wheel(move).defaultPrevented).toBe(false);
    }
    expect(calls).toEqual([]);
    expect(wheel({ deltaY: 100, ctrlKey: true }).defaultPrevented).toBe(true);
    yields = false;
    expect(wheel({ deltaY: 500 }).defaultPrevented).toBe(true);
    expect(named('zoom')).toHaveLength(2);
  });

  test('a finger that goes up or down is left to it, one that goes sideways is not', () => {
    expect(element.style.touchAction).toBe('pan-y');
    finger('start', 1, 400);
    expect(finger('move', 1, 401, 230).defaultPrevented).toBe(false);
    expect(finger('move', 1, 420, 300).defaultPrevented).toBe(false);
    finger('cancel', 1, 420, 300);
    expect(calls).toEqual([]);
    finger('start', 1, 400);
    expect(finger('move', 1, 320, 210).defaultPrevented).toBe(true);
    finger('end', 1, 320, 210);
    expect(named('pan')).toEqual([[0.1]]);
  });

  test('two fingers zoom', () => {
    finger('start', 1, 400);
    finger('start', 2, 500);
    finger('move', 2, 600);
    expect(named('zoom')).toEqual([[400, 0.5, false]]);
  });
});

describe('fingers', () => {
  test('zoom by how far apart they are, and keep below them what is below them', () => {
    finger('start', 1, 400);
    finger('start', 2, 500);
    finger('move', 2, 600);
    // The left one has not moved.
    expect(named('zoom')).toEqual([[400, 0.5, false]]);
    expect(named('pan')).toEqual([]);
  });

  test('become one without a jump, and never a click', () => {
    finger('start', 1, 400);
    finger('start', 2, 500);
    finger('end', 2, 500);
    finger('move', 1, 408);
    finger('end', 1, 408);
    expect(named('pan')).toEqual([[-0.01]]);
    expect(named('click')).toEqual([]);
  });

  test('tap twice to zoom in there', () => {
    for (let i = 0; i < 2; i++) {
      finger('start', 1, 500);
      finger('end', 1, 500);
    }
    expect(named('zoom')).toEqual([[500, 0.5, true]]);
  });

  test('move the overview’s window', () => {
    finger('start', 1, 400, 450);
    finger('move', 1, 450, 450);
    finger('end', 1, 450, 450);
    expect(calls).toEqual([['show', { start: 250, end: 450 }, false]]);
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

  test('gets a new window where there is none, or is centred by a click', async () => {
    drag([700, 450], [800, 450]);
    expect(named('show')).toEqual([[{ start: 600, end: 700 }, false]]);
    await dealtWith();
    calls = [];
    drag([700, 450], [700, 450]);
    expect(named('show')).toEqual([[{ start: 500, end: 700 }, true]]);
  });

  test('has nothing to hover', () => {
    mouse('mousemove', 400, 450);
    mouse('mousemove', 400, 200);
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
