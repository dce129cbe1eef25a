import { layoutPicture, type Picture } from '../../src/layout/picture.ts';
import { paintSvg } from '../../src/render/svg.ts';
import type { Case } from './case.ts';

const modules = import.meta.glob<{ default: Case }>('./cases/*.ts');

/** A picture of the gallery with its file. */
export interface Painted {
  readonly name: string;
  readonly scene: Picture['scene'];
  readonly svg: string;
}

/** Names of all cases. */
export const names: readonly string[] = Object.keys(modules).map((path) =>
  path.replace(/^.*\/(.*)\.ts$/, '$1'),
);

/** Paints a case, or nothing where it is too large to be kept: one such file says no more than a small one. */
export async function painted(name: string): Promise<Painted | null> {
  const one = (await modules[`./cases/${name}.ts`]?.())?.default;
  if (!one || one.hashed) return null;
  const { scene, ...about } = layoutPicture(one.collection, one.options);
  return { name, scene, svg: paintSvg(scene, about) };
}
