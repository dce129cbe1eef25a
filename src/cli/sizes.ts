import {
  NAMED_SIZES,
  type PictureSize,
  PX_PER_MM,
  SIZE_NAMES,
  SLIDE_LETTERS,
} from '../layout/picture/sizes.ts';
import { wrong } from './options.ts';

/** Least and largest side of a picture, px. */
export const LEAST = 200;
export const MOST = 20_000;

const UNITS: Readonly<Record<string, number>> = { px: 1, mm: PX_PER_MM, cm: 10 * PX_PER_MM, in: 96 };

interface Length {
  /** Whole. */
  readonly px: number;
  /** null where it was given in px. */
  readonly mm: number | null;
}

/** Words of the options of a picture's size. */
export interface SizeWords {
  readonly size: string | undefined;
  readonly width: string | undefined;
  readonly height: string | undefined;
}

/**
 * What `--size`, `--width` and `--height` ask for. @param usual where they say nothing; a height of null: as high as it
 * needs. @returns the size, and how large letters are on it, %. @throws Refusal (2).
 */
export function sizeOption(
  command: string,
  words: SizeWords,
  usual: { readonly width: number; readonly height: number | null },
): PictureSize & { readonly letters: number } {
  const { size, width, height } = words;
  if (size !== undefined && (width !== undefined || height !== undefined))
    throw wrong(command, '--size: found --width or --height beside it, expected one or the other');
  if (size !== undefined) {
    const name = SIZE_NAMES.find((each) => each === size);
    if (name) return { ...NAMED_SIZES[name], letters: name.startsWith('slide') ? SLIDE_LETTERS : 100 };
    const parts = /^([\d.]+(?:px|mm|cm|in)?)x([\d.]+)(px|mm|cm|in)?$/.exec(size);
    if (!parts)
      throw wrong(
        command,
        `--size: found "${size}", expected ${SIZE_NAMES.join(', ')}, or a size such as 1280x800 or 180x120mm`,
      );
    const [, first = '', second = '', unit = ''] = parts;
    const both = [/[a-z]$/.test(first) ? first : first + unit, second + unit] as const;
    return of(length(command, 'size', both[0]), length(command, 'size', both[1]));
  }
  const wide = width === undefined ? { px: usual.width, mm: null } : length(command, 'width', width);
  const high = height === undefined ? null : length(command, 'height', height);
  if (high === null && usual.height !== null && wide.mm === null)
    return of(wide, { px: usual.height, mm: null });
  return of(wide, high);
}

function of(width: Length, height: Length | null): PictureSize & { readonly letters: number } {
  const onPaper = width.mm !== null || (height !== null && height.mm !== null);
  return {
    width: width.px,
    height: height?.px ?? null,
    paper: onPaper
      ? {
          width: width.mm ?? width.px / PX_PER_MM,
          height: height && (height.mm ?? height.px / PX_PER_MM),
        }
      : null,
    letters: 100,
  };
}

function length(command: string, option: string, value: string): Length {
  const [, digits = '', unit = 'px'] = /^(\d+(?:\.\d+)?)(px|mm|cm|in)?$/.exec(value) ?? [];
  const px = digits === '' ? Number.NaN : Math.round(Number(digits) * (UNITS[unit] ?? Number.NaN));
  const whole = unit !== 'px' || /^\d+$/.test(digits);
  if (whole && px >= LEAST && px <= MOST)
    return { px, mm: unit === 'px' ? null : (Number(digits) * (UNITS[unit] ?? 1)) / PX_PER_MM };
  const least = unit === 'px' ? String(LEAST) : `${Math.ceil(LEAST / (UNITS[unit] ?? 1))}${unit}`;
  const most = unit === 'px' ? String(MOST) : `${Math.floor(MOST / (UNITS[unit] ?? 1))}${unit}`;
  const what = unit === 'px' ? 'a whole number' : 'a length';
  throw wrong(command, `--${option}: found "${value}", expected ${what} from ${least} to ${most}`);
}
