import { describe, expect, test } from 'vitest';
import { View } from '../../src/state/view.svelte.ts';

const shown = (start: number, end: number, extent: { start: number; end: number } | null = null) => {
  const view = new View(() => extent);
  view.show({ start, end });
  return view;
};

describe('a view', () => {
  test('zooms around a place, which stays where it is', () => {
    const view = shown(0, 100);
    view.zoom(25, 0.5);
    expect(view.span).toEqual({ start: 12.5, end: 62.5 });
    expect((25 - view.start) / (view.end - view.start)).toBeCloseTo(0.25);
  });

  test('two small zooms are one large: by distance, not by number', () => {
    const [a, b] = [shown(0, 100), shown(0, 100)];
    a.zoom(30, 0.25);
    for (let i = 0; i < 10; i++) b.zoom(30, 0.25 ** 0.1);
    expect(b.start).toBeCloseTo(a.start, 9);
    expect(b.end).toBeCloseTo(a.end, 9);
  });

  test('stops at ten minutes and at twenty billion years, around the same place', () => {
    const view = shown(0, 100);
    view.zoom(50, 1e-9);
    expect(view.end - view.start).toBeCloseTo(1 / 144, 9);
    expect((view.start + view.end) / 2).toBeCloseTo(50);
    view.zoom(50, 1e30);
    expect(view.end - view.start).toBeCloseTo(20e9 * 365.2425, -6);
  });

  test('does not lose the events when zooming out: ten times their time, fifty years at least', () => {
    const century = shown(0, 36_525, { start: 0, end: 36_525 });
    century.zoom(20_000, 1e9);
    expect(century.end - century.start).toBeCloseTo(365_250);
    const day = shown(0, 7, { start: 0, end: 1 });
    day.zoom(0.5, 1e9);
    expect(day.end - day.start).toBeCloseTo(18_262);
    day.show({ start: -1e12, end: 1e12 });
    expect(day.end - day.start).toBeCloseTo(18_262);
  });

  test('does not lose the events when panning', () => {
    const view = shown(0, 100, { start: 0, end: 100 });
    view.pan(40);
    expect(view.start).toBe(90);
    view.pan(-400);
    expect(view.end).toBe(10);
  });

  test('makes room at the right without moving or scaling', () => {
    const view = shown(10, 110);
    view.widen(-250, 1000);
    expect(view.span).toEqual({ start: 10, end: 85 });
    view.widen(250, 750);
    expect(view.span).toEqual({ start: 10, end: 110 });
  });

  test('keeps its span through the change of room that a link brings, once', () => {
    const view = shown(10, 110);
    view.pin();
    view.widen(-250, 1000);
    expect(view.span).toEqual({ start: 10, end: 110 });
    view.widen(-250, 1000);
    expect(view.end).toBe(85);
  });

  test('glides there in 180 ms and can be overtaken', () => {
    const view = shown(0, 100);
    view.pan(1, true);
    view.pan(1, true);
    expect(view.destination).toEqual({ start: 200, end: 300 });
    expect(view.start).toBe(0);
    expect(view.step(1000, 16)).toBe(true);
    expect(view.start).toBeGreaterThan(0);
    expect(view.step(1170, 16)).toBe(false);
    expect(view.span).toEqual({ start: 200, end: 300 });
  });

  test('does not glide when less motion is wanted', () => {
    const view = shown(0, 100);
    view.animated = false;
    view.pan(1, true);
    expect(view.span).toEqual({ start: 100, end: 200 });
    view.release(0.01);
    expect(view.moving).toBe(false);
  });

  test('rolls out after it is let go', () => {
    const view = shown(0, 100);
    view.release(0.002);
    let frames = 0;
    for (let now = 0; view.step(now, 16) && frames < 500; now += 16) frames++;
    expect(frames).toBeLessThan(120);
    expect(view.start).toBeGreaterThan(10);
    expect(view.start).toBeLessThan(40);
    expect(view.end - view.start).toBeCloseTo(100);
  });

  test('reveals what is outside and leaves alone what is inside', () => {
    const view = shown(0, 100);
    view.reveal({ start: 50, end: 51 }, false);
    expect(view.span).toEqual({ start: 0, end: 100 });
    view.reveal({ start: 150, end: 151 }, false);
    expect(view.end).toBe(159);
    expect(view.end - view.start).toBe(100);
    view.reveal({ start: -1000, end: 5000 }, false);
    expect(view.start).toBeLessThan(2000);
    expect(view.end).toBeGreaterThan(2000);
  });
});
