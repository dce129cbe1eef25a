/** A small server for the built page, for this machine alone. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

/**
 * The policy of `index.html` once more, for workers, to which the page's own does not apply. Pictures are made of SVG by
 * WebAssembly, in a worker of its own. SECURITY.md gives it to whoever serves the page elsewhere.
 */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
  "style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'";

/** Host names under which this machine calls itself. Another one is a foreign page that reaches for the documents. */
const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Serves a folder to this machine.
 * @param {{folder: string, port: number, opened?: string | undefined, policy?: boolean, late?: Readonly<Record<string, () => Promise<string>>>}} options `opened` is the JSON of a
 *   collection that the page is to open with, served as `/opened.json`; with `policy` every answer says what the page may do;
 *   `late` makes files that are not in the folder when they are asked for, by their paths, and says where they lie then.
 * @returns {Promise<{port: number, close: () => Promise<void>}>}
 * @throws an error with the code of the system: EADDRINUSE, EACCES.
 */
export async function serve({ folder, port, opened, policy = false, late = {} }) {
  const home = resolve(folder);
  const answer = async (request, response) => {
    const head = {
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...(policy ? { 'Content-Security-Policy': POLICY } : {}),
      // The page in one file is there to be taken away: under the policy of a server its script would not run.
      ...(request.url?.split(/[?#]/)[0] === '/dateline.html'
        ? { 'Content-Disposition': 'attachment; filename="dateline.html"' }
        : {}),
    };
    const say = (status, text) => {
      response.writeHead(status, { ...head, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`${text}\n`);
    };
    const send = (type, body) => {
      response.writeHead(200, { ...head, 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
      response.end(request.method === 'HEAD' ? '' : body);
    };
    if (!OWN_HOST.test(request.headers.host ?? '')) return say(403, 'Only this machine may ask.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET and HEAD.');
    const path = pathOf(request.url ?? '/');
    if (path === null) return say(400, 'Not an address.');
    if (opened !== undefined && path === '/opened.json') return send(TYPES['.json'], opened);
    let file = join(home, path.endsWith('/') ? `${path}index.html` : path);
    if (file !== home && !file.startsWith(home + sep)) return say(404, 'Not found.');
    if (Object.hasOwn(late, path) && !existsSync(file)) {
      try {
        file = await late[path]();
      } catch (error) {
        return say(500, `It could not be made: ${error.message}`);
      }
    }
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile()) return say(404, 'Not found.');
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    if (opened !== undefined && file === join(home, 'index.html')) {
      return send(type, withCollection(readFileSync(file, 'utf8')));
    }
    response.writeHead(200, { ...head, 'Content-Type': type, 'Content-Length': stat.size });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  };

  // `localhost` is the one or the other address, depending on the system and the browser.
  const first = await listen(answer, port, '127.0.0.1');
  const servers = [first];
  const taken = first.address().port;
  try {
    servers.push(await listen(answer, taken, '::1'));
  } catch (error) {
    if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') {
      first.close();
      throw error;
    }
  }
  return {
    port: taken,
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((done) => server.close(done));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

function listen(answer, port, host) {
  return new Promise((done, fail) => {
    const server = createServer(answer);
    server.once('error', fail);
    server.listen(port, host, () => done(server));
  });
}

/** The decoded path of a request, or null when it is none. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

/** The page, told which collection to open with. */
export const withCollection = (html) =>
  html.replace(
    /<head[^>]*>/i,
    (head) => `${head}\n<meta name="dateline-collection" content="./opened.json">`,
  );
