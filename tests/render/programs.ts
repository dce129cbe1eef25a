import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What xmllint complains about in a file: `''` for nothing, null where it is not installed. */
export function xmlFault(xml: string): string | null {
  const run = spawnSync('xmllint', ['--noout', '--huge', '-'], { input: xml, encoding: 'utf8' });
  if (run.error) return null;
  return run.status === 0 ? run.stderr : run.stderr || `exit code ${run.status}`;
}

/** What librsvg makes of a file: complaints and the size of the picture; null where it is not installed. */
export function draws(svg: string): { fault: string; width: number; height: number } | null {
  const run = spawnSync('rsvg-convert', ['--format', 'png'], { input: svg, maxBuffer: 64 * 1024 * 1024 });
  if (run.error) return null;
  const png = run.stdout;
  return { fault: run.stderr.toString(), width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** The PNG that librsvg makes of a file with the fonts of a folder beside its own; null where it is not installed. */
export function drawnByLibrsvg(svg: string, fonts: string): Buffer | null {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-fonts-'));
  try {
    const config = join(folder, 'fonts.conf');
    writeFileSync(
      config,
      `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
    );
    const env = { ...process.env, FONTCONFIG_FILE: config };
    const run = spawnSync('rsvg-convert', [], { input: svg, env, maxBuffer: 64 * 1024 * 1024 });
    return run.error ? null : run.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
